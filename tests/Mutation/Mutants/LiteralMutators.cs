using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Replaces a string or a Boolean, or removes the elements of a collection or initializer.</summary>
internal static class LiteralMutators
{
    private static readonly ExpressionSyntax Empty = SyntaxFactory.ParseExpression("\"\"");

    public static IEnumerable<SyntaxNode> Find(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => [SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)],
        SyntaxKind.FalseLiteralExpression => [SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)],
        SyntaxKind.StringLiteralExpression => [node.Token.ValueText.Length == 0 ? SyntaxFactory.ParseExpression("\"mutated\"") : Empty],
        SyntaxKind.Utf8StringLiteralExpression => [SyntaxFactory.ParseExpression(node.Token.ValueText.Length == 0 ? "\"mutated\"u8" : "\"\"u8")],
        _ => [],
    };

    public static IEnumerable<SyntaxNode> Find(InterpolatedStringExpressionSyntax node) => node.Contents.Count == 0 ? [] : [Empty];

    public static IEnumerable<SyntaxNode> FindEmpty(ExpressionSyntax node) => node switch
    {
        CollectionExpressionSyntax { Elements.Count: > 0 } collection => [collection.WithElements([])],
        InitializerExpressionSyntax { Expressions.Count: > 0 } initializer => [initializer.WithExpressions([])],
        _ => [],
    };
}
