using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Replaces a pattern.</summary>
internal static class PatternMutators
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Relations = new()
    {
        [SyntaxKind.LessThanToken] = [SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanEqualsToken],
        [SyntaxKind.LessThanEqualsToken] = [SyntaxKind.LessThanToken, SyntaxKind.GreaterThanToken],
        [SyntaxKind.GreaterThanToken] = [SyntaxKind.GreaterThanEqualsToken, SyntaxKind.LessThanEqualsToken],
        [SyntaxKind.GreaterThanEqualsToken] = [SyntaxKind.GreaterThanToken, SyntaxKind.LessThanToken],
    };

    public static PatternSyntax Negate(PatternSyntax pattern) => pattern is UnaryPatternSyntax not
        ? not.Pattern
        : SyntaxFactory.UnaryPattern(
            SyntaxFactory.Token(SyntaxKind.NotKeyword).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ParenthesizedPattern(pattern.WithoutTrivia()));

    public static IEnumerable<SyntaxNode> Find(PatternSyntax node) => node switch
    {
        RelationalPatternSyntax relation => Relations.GetValueOrDefault(relation.OperatorToken.Kind(), [])
            .Select(token => relation.WithOperatorToken(SyntaxFactory.Token(token).WithTriviaFrom(relation.OperatorToken))),
        BinaryPatternSyntax binary => [binary.IsKind(SyntaxKind.AndPattern)
            ? SyntaxFactory.BinaryPattern(SyntaxKind.OrPattern, binary.Left, SyntaxFactory.Token(SyntaxKind.OrKeyword).WithTriviaFrom(binary.OperatorToken), binary.Right)
            : SyntaxFactory.BinaryPattern(SyntaxKind.AndPattern, binary.Left, SyntaxFactory.Token(SyntaxKind.AndKeyword).WithTriviaFrom(binary.OperatorToken), binary.Right)],
        // An expression with "is" negates its whole pattern itself.
        UnaryPatternSyntax { Parent: not IsPatternExpressionSyntax } not => [not.Pattern],
        _ => [],
    };
}
