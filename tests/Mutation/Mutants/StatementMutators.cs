using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Removes a statement or a block.</summary>
internal static class StatementMutators
{
    public static IEnumerable<SyntaxNode> Find(StatementSyntax node) => node switch
    {
        ExpressionStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax
            => [Nothing(node)],
        ReturnStatementSyntax { Expression: null } => [Nothing(node)],
        // Removing a block of one statement is the same as removing the statement.
        BlockSyntax { Statements.Count: > 1, Parent: StatementSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax } block => [block.WithStatements([])],
        _ => [],
    };

    private static EmptyStatementSyntax Nothing(StatementSyntax node) => SyntaxFactory.EmptyStatement().WithTriviaFrom(node);
}
