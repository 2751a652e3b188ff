using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Replaces or removes an operator.</summary>
internal static class OperatorMutators
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, SyntaxKind Token)[]> Binary = new()
    {
        [SyntaxKind.AddExpression] = [(SyntaxKind.SubtractExpression, SyntaxKind.MinusToken)],
        [SyntaxKind.SubtractExpression] = [(SyntaxKind.AddExpression, SyntaxKind.PlusToken)],
        [SyntaxKind.MultiplyExpression] = [(SyntaxKind.DivideExpression, SyntaxKind.SlashToken)],
        [SyntaxKind.DivideExpression] = [(SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken)],
        [SyntaxKind.ModuloExpression] = [(SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken)],
        [SyntaxKind.LeftShiftExpression] = [(SyntaxKind.RightShiftExpression, SyntaxKind.GreaterThanGreaterThanToken)],
        [SyntaxKind.RightShiftExpression] = [(SyntaxKind.LeftShiftExpression, SyntaxKind.LessThanLessThanToken)],
        [SyntaxKind.BitwiseAndExpression] = [(SyntaxKind.BitwiseOrExpression, SyntaxKind.BarToken)],
        [SyntaxKind.BitwiseOrExpression] = [(SyntaxKind.BitwiseAndExpression, SyntaxKind.AmpersandToken)],
        [SyntaxKind.ExclusiveOrExpression] = [(SyntaxKind.BitwiseAndExpression, SyntaxKind.AmpersandToken)],
        [SyntaxKind.LogicalAndExpression] = [(SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken)],
        [SyntaxKind.LogicalOrExpression] = [(SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken)],
        [SyntaxKind.EqualsExpression] = [(SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken)],
        [SyntaxKind.NotEqualsExpression] = [(SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken)],
        [SyntaxKind.LessThanExpression] =
            [(SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken), (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken)],
        [SyntaxKind.LessThanOrEqualExpression] =
            [(SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken), (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken)],
        [SyntaxKind.GreaterThanExpression] =
            [(SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken), (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken)],
        [SyntaxKind.GreaterThanOrEqualExpression] =
            [(SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken), (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken)],
    };

    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, SyntaxKind Token)> Assignments = new()
    {
        [SyntaxKind.AddAssignmentExpression] = (SyntaxKind.SubtractAssignmentExpression, SyntaxKind.MinusEqualsToken),
        [SyntaxKind.SubtractAssignmentExpression] = (SyntaxKind.AddAssignmentExpression, SyntaxKind.PlusEqualsToken),
        [SyntaxKind.MultiplyAssignmentExpression] = (SyntaxKind.DivideAssignmentExpression, SyntaxKind.SlashEqualsToken),
        [SyntaxKind.DivideAssignmentExpression] = (SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.AsteriskEqualsToken),
        [SyntaxKind.AndAssignmentExpression] = (SyntaxKind.OrAssignmentExpression, SyntaxKind.BarEqualsToken),
        [SyntaxKind.OrAssignmentExpression] = (SyntaxKind.AndAssignmentExpression, SyntaxKind.AmpersandEqualsToken),
        [SyntaxKind.CoalesceAssignmentExpression] = (SyntaxKind.SimpleAssignmentExpression, SyntaxKind.EqualsToken),
    };

    public static ExpressionSyntax Not(ExpressionSyntax expression) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()));

    public static IEnumerable<SyntaxNode> Find(BinaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.CoalesceExpression => [node.Left, node.Right],
        SyntaxKind.IsExpression => [Not(node)],
        // Strings can be added but not subtracted.
        SyntaxKind.AddExpression when node.Left is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } => [],
        _ => Binary.GetValueOrDefault(node.Kind(), []).Select(other =>
            SyntaxFactory.BinaryExpression(other.Kind, node.Left, SyntaxFactory.Token(other.Token).WithTriviaFrom(node.OperatorToken), node.Right)),
    };

    public static IEnumerable<SyntaxNode> Find(AssignmentExpressionSyntax node) => Assignments.TryGetValue(node.Kind(), out var other)
        ? [SyntaxFactory.AssignmentExpression(other.Kind, node.Left, SyntaxFactory.Token(other.Token).WithTriviaFrom(node.OperatorToken), node.Right)]
        : [];

    public static IEnumerable<SyntaxNode> Find(PrefixUnaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression or SyntaxKind.BitwiseNotExpression => [node.Operand],
        SyntaxKind.PreIncrementExpression => [SyntaxFactory.PrefixUnaryExpression(SyntaxKind.PreDecrementExpression, node.Operand)],
        SyntaxKind.PreDecrementExpression => [SyntaxFactory.PrefixUnaryExpression(SyntaxKind.PreIncrementExpression, node.Operand)],
        _ => [],
    };

    public static IEnumerable<SyntaxNode> Find(PostfixUnaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.PostIncrementExpression => [SyntaxFactory.PostfixUnaryExpression(SyntaxKind.PostDecrementExpression, node.Operand)],
        SyntaxKind.PostDecrementExpression => [SyntaxFactory.PostfixUnaryExpression(SyntaxKind.PostIncrementExpression, node.Operand)],
        _ => [],
    };
}
