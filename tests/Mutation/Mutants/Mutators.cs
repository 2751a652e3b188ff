using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Creates the replacements of a syntax node.</summary>
internal static class Mutators
{
    /// <summary>Finds the nodes of a body that can be changed, with their replacements. Constants, names and attributes are not changed.</summary>
    public static IEnumerable<(SyntaxNode Node, SyntaxNode Replacement)> FindAll(SyntaxNode body) =>
        body.DescendantNodesAndSelf(static node => !IsLeftAlone(node)).Where(static node => !IsLeftAlone(node))
            .SelectMany(static node => Find(node).Select(replacement => (node, replacement)));

    private static bool IsLeftAlone(SyntaxNode node) => node switch
    {
        AttributeListSyntax or TypeSyntax and not SimpleNameSyntax => true,
        LocalDeclarationStatementSyntax local => local.IsConst,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } } => true,
        _ => false,
    };

    private static IEnumerable<SyntaxNode> Find(SyntaxNode node) => node switch
    {
        StatementSyntax statement => StatementMutators.Find(statement),
        BinaryExpressionSyntax binary => OperatorMutators.Find(binary),
        AssignmentExpressionSyntax assignment => OperatorMutators.Find(assignment),
        PrefixUnaryExpressionSyntax unary => OperatorMutators.Find(unary),
        PostfixUnaryExpressionSyntax unary => OperatorMutators.Find(unary),
        PatternSyntax pattern => PatternMutators.Find(pattern),
        IsPatternExpressionSyntax isPattern => [isPattern.WithPattern(PatternMutators.Negate(isPattern.Pattern))],
        InvocationExpressionSyntax invocation => [.. CallMutators.Find(invocation), .. NegateCondition(invocation)],
        MemberAccessExpressionSyntax access => [.. CallMutators.Find(access), .. NegateCondition(access)],
        IdentifierNameSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax => NegateCondition((ExpressionSyntax)node),
        ConditionalExpressionSyntax conditional => [conditional.WhenTrue, conditional.WhenFalse],
        LiteralExpressionSyntax literal => LiteralMutators.Find(literal),
        InterpolatedStringExpressionSyntax text => LiteralMutators.Find(text),
        CollectionExpressionSyntax or InitializerExpressionSyntax => LiteralMutators.FindEmpty((ExpressionSyntax)node),
        CheckedExpressionSyntax check => [check.Expression],
        _ => [],
    };

    /// <summary>A condition that no other mutator changes.</summary>
    private static IEnumerable<SyntaxNode> NegateCondition(ExpressionSyntax expression)
    {
        var isCondition = expression.Parent switch
        {
            IfStatementSyntax parent => parent.Condition == expression,
            WhileStatementSyntax parent => parent.Condition == expression,
            DoStatementSyntax parent => parent.Condition == expression,
            ForStatementSyntax parent => parent.Condition == expression,
            WhenClauseSyntax => true,
            BinaryExpressionSyntax parent => parent.IsKind(SyntaxKind.LogicalAndExpression) || parent.IsKind(SyntaxKind.LogicalOrExpression),
            _ => false,
        };

        return isCondition ? [OperatorMutators.Not(expression)] : [];
    }
}
