using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>Builds the bodies of instrumented members.</summary>
internal static class Bodies
{
    /// <summary>Finds the type that the return statements of a member return, or null for none.</summary>
    public static TypeSyntax? GetReturned(TypeSyntax? type, bool isAsync) => type switch
    {
        PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => null,
        IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } when isAsync => null,
        _ => type,
    };

    public static BlockSyntax? FromExpression(ArrowExpressionClauseSyntax? arrow, TypeSyntax? returned) => arrow?.Expression switch
    {
        null => null,
        ThrowExpressionSyntax thrown => SyntaxFactory.Block(SyntaxFactory.ThrowStatement(thrown.Expression)),
        var value when returned is null => SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(value)),
        var value => SyntaxFactory.Block(SyntaxFactory.ReturnStatement(value)),
    };

    public static ExpressionSyntax? FindExpression(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody?.Expression,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>Wraps an expression in a block with the same kind of statement as an example.</summary>
    public static BlockSyntax Wrap(ExpressionSyntax value, BlockSyntax example) => SyntaxFactory.Block(example.Statements[0] switch
    {
        ReturnStatementSyntax => SyntaxFactory.ReturnStatement(value),
        ThrowStatementSyntax when value is ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.Expression),
        _ => SyntaxFactory.ExpressionStatement(value),
    });

    public static AccessorListSyntax Getter(BlockSyntax body) => SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(
        SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)));

    /// <summary>Creates the statement after a copy: it ends a member without a value, and fails one that should have returned a value.</summary>
    public static StatementSyntax GetEnd(BlockSyntax block, TypeSyntax? returned) => IsIterator(block)
        ? SyntaxFactory.ParseStatement("yield break;")
        : SyntaxFactory.ParseStatement(returned is null ? "return;" : "throw new System.InvalidOperationException();");

    public static StatementSyntax GetDefault(BlockSyntax block, TypeSyntax? returned) => IsIterator(block) || returned is null
        ? GetEnd(block, returned)
        : SyntaxFactory.ParseStatement("return default!;");

    public static StatementSyntax Copy(int mutant, BlockSyntax block, StatementSyntax end)
    {
        var copy = (IfStatementSyntax)SyntaxFactory.ParseStatement($"if ({MutantSwitchSource.TypeName}.Is({mutant})) {{ }}");
        return copy.WithStatement(SyntaxFactory.Block(block.WithoutTrivia(), end)).WithAdditionalAnnotations(CreateMark(mutant));
    }

    public static BlockSyntax Combine(int body, IEnumerable<StatementSyntax> copies, BlockSyntax original) =>
        SyntaxFactory.Block((IEnumerable<StatementSyntax>)[SyntaxFactory.ParseStatement($"{MutantSwitchSource.TypeName}.Reach({body});"), .. copies, original]);

    public static ExpressionSyntax Choose(int body, int mutant, ExpressionSyntax changed, ExpressionSyntax otherwise) =>
        SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ConditionalExpression(
            SyntaxFactory.ParseExpression($"{MutantSwitchSource.TypeName}.Reach({body}) && {MutantSwitchSource.TypeName}.Is({mutant})"),
            SyntaxFactory.ParenthesizedExpression(changed.WithoutTrivia()).WithAdditionalAnnotations(CreateMark(mutant)),
            otherwise));

    private static bool IsIterator(BlockSyntax block) =>
        block.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or LambdaExpressionSyntax)).Any(static node => node is YieldStatementSyntax);

    private static SyntaxAnnotation CreateMark(int mutant) => new(Instrumenter.Mark, $"{mutant}");
}
