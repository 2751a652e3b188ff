using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>Inserts before each body a changed copy for each mutant, which runs if the mutant is active. An initializer becomes a conditional expression.</summary>
/// <param name="file">The path in the repository.</param>
/// <param name="list">Takes the mutants.</param>
/// <param name="excluded">Mutants that do not compile.</param>
internal sealed class Instrumenter(string file, MutantList list, IReadOnlySet<int> excluded) : CSharpSyntaxRewriter
{
    /// <summary>The kind of the annotation that holds the number of a mutant.</summary>
    public const string Mark = "mutant";

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => VisitMember(node, node.ReturnType, node.Modifiers);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => VisitMember(node, node.ReturnType, node.Modifiers);

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => VisitMember(node, node.Type, node.Modifiers);

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        var member = (ConstructorDeclarationSyntax)VisitMember(node, null, node.Modifiers);
        return node.Initializer is { } initializer
            ? member.WithInitializer(initializer.WithArgumentList(Instrument(initializer.ArgumentList)))
            : member;
    }

    public override SyntaxNode? VisitPrimaryConstructorBaseType(PrimaryConstructorBaseTypeSyntax node) => node.WithArgumentList(Instrument(node.ArgumentList));

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var type = node.IsKind(SyntaxKind.GetAccessorDeclaration) ? node.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>()?.Type : null;
        var block = node.Body ?? Bodies.FromExpression(node.ExpressionBody, type);
        return block is null ? node : node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Instrument(node, block, type, false, false));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.ExpressionBody is not null)
        {
            return node.WithExpressionBody(null).WithSemicolonToken(default)
                .WithAccessorList(Bodies.Getter(Instrument(node, Bodies.FromExpression(node.ExpressionBody, node.Type)!, node.Type, false, false)));
        }

        var property = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return node.Initializer is { } initializer
            ? property.WithInitializer(initializer.WithValue(Instrument(node, initializer.Value, IsStatic(node.Modifiers))))
            : property;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node) => node.ExpressionBody is null
        ? base.VisitIndexerDeclaration(node)
        : node.WithExpressionBody(null).WithSemicolonToken(default)
            .WithAccessorList(Bodies.Getter(Instrument(node, Bodies.FromExpression(node.ExpressionBody, node.Type)!, node.Type, false, false)));

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node.Modifiers.Any(SyntaxKind.ConstKeyword)
        ? node
        : node.ReplaceNodes(
            node.Declaration.Variables.Select(static variable => variable.Initializer?.Value).OfType<ExpressionSyntax>(),
            (value, _) => Instrument(node, value, IsStatic(node.Modifiers)));

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    private static bool IsStatic(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.StaticKeyword);

    private BaseMethodDeclarationSyntax VisitMember(BaseMethodDeclarationSyntax node, TypeSyntax? type, SyntaxTokenList modifiers)
    {
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        var block = node.Body ?? Bodies.FromExpression(node.ExpressionBody, Bodies.GetReturned(type, isAsync));
        if (block is null)
            return node;

        var body = Instrument(node, block, type, isAsync, node is ConstructorDeclarationSyntax && IsStatic(modifiers));
        return node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body);
    }

    private BlockSyntax Instrument(SyntaxNode member, BlockSyntax block, TypeSyntax? type, bool isAsync, bool runsOnce)
    {
        if (block.Statements.Count == 0)
            return block;

        // The positions are those in the file, even if the block was created from an expression.
        var source = (SyntaxNode?)Bodies.FindExpression(member) ?? block;
        var body = list.AddBody();
        var end = Bodies.GetEnd(block, Bodies.GetReturned(type, isAsync));
        var copies = new List<StatementSyntax>();
        foreach (var (node, replacement) in Mutators.FindAll(source))
        {
            var change = list.Add(file, node, replacement, member, body, runsOnce);
            if (excluded.Contains(change))
                continue;
            var changed = source is BlockSyntax ? block.ReplaceNode(node, replacement) : Bodies.Wrap((ExpressionSyntax)source.ReplaceNode(node, replacement), block);
            copies.Add(Bodies.Copy(change, changed, end));
        }

        // Another mutant already removes the only statement of a block.
        if (block.Statements.Count > 1 || block.Statements[0] is ReturnStatementSyntax || (source is ExpressionSyntax && block.Statements[0] is not ThrowStatementSyntax))
        {
            var nothing = list.AddNothing(file, source, member, body, runsOnce);
            if (!excluded.Contains(nothing))
                copies.Add(Bodies.Copy(nothing, SyntaxFactory.Block(), Bodies.GetDefault(block, Bodies.GetReturned(type, isAsync))));
        }

        return Bodies.Combine(body, copies, block);
    }

    private ArgumentListSyntax Instrument(ArgumentListSyntax arguments) => arguments.ReplaceNodes(
        arguments.Arguments.Where(static argument => argument.RefKindKeyword.IsKind(SyntaxKind.None)).Select(static argument => argument.Expression),
        (value, _) => Instrument(arguments, value, false));

    private ExpressionSyntax Instrument(SyntaxNode member, ExpressionSyntax value, bool runsOnce)
    {
        var body = list.AddBody();
        var all = value.WithoutTrivia();
        foreach (var (node, replacement) in Mutators.FindAll(value))
        {
            var change = list.Add(file, node, replacement, member, body, runsOnce);
            if (!excluded.Contains(change))
                all = Bodies.Choose(body, change, value.ReplaceNode(node, replacement), all);
        }

        return all;
    }
}
