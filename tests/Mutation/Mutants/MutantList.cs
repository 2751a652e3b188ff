using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>The mutants of the selected files, numbered in the order in which they are found.</summary>
internal sealed partial class MutantList
{
    private const int MaxLength = 160;

    private readonly List<Mutant> _mutants = [];

    public IReadOnlyList<Mutant> Mutants => _mutants;

    /// <summary>The number of bodies and initializers.</summary>
    public int Bodies { get; private set; }

    public int AddBody() => Bodies++;

    public int Add(string file, SyntaxNode before, SyntaxNode after, SyntaxNode member, int body, bool runsOnce) =>
        Add(file, before, $"{Shorten(before)} => {Shorten(after)}", member, body, runsOnce);

    /// <summary>Adds a body that does nothing and returns the default value.</summary>
    public int AddNothing(string file, SyntaxNode source, SyntaxNode member, int body, bool runsOnce) =>
        Add(file, source, "the body => nothing", member, body, runsOnce);

    private int Add(string file, SyntaxNode node, string change, SyntaxNode member, int body, bool runsOnce)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        _mutants.Add(new Mutant(_mutants.Count, body, file, line, GetName(member), change, runsOnce));
        return _mutants.Count - 1;
    }

    private static string GetName(SyntaxNode member) => member.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        ConstructorDeclarationSyntax => "constructor",
        TypeDeclarationSyntax => "constructor",
        IndexerDeclarationSyntax => "indexer",
        _ => "operator",
    };

    private static string Shorten(SyntaxNode node)
    {
        var text = Spaces().Replace(node.WithoutTrivia().ToString(), " ");
        return text.Length <= MaxLength ? text : $"{text[..(MaxLength - 3)]}...";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
