using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>Replaces a method with another one that compiles there, or removes the call.</summary>
internal static class CallMutators
{
    /// <summary>The methods that replace a method. An empty string removes the call and leaves its receiver.</summary>
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["All"] = ["Any"],
        ["Any"] = ["All"],
        ["Ceiling"] = ["Floor"],
        ["Concat"] = ["Except"],
        ["Distinct"] = [""],
        ["EndsWith"] = ["StartsWith"],
        ["Except"] = ["Intersect"],
        ["First"] = ["Last"],
        ["FirstOrDefault"] = ["LastOrDefault"],
        ["Floor"] = ["Ceiling"],
        ["IndexOf"] = ["LastIndexOf"],
        ["IndexOfAny"] = ["LastIndexOfAny"],
        ["Intersect"] = ["Union"],
        ["IsNullOrEmpty"] = ["IsNullOrWhiteSpace"],
        ["IsNullOrWhiteSpace"] = ["IsNullOrEmpty"],
        ["Last"] = ["First"],
        ["LastIndexOf"] = ["IndexOf"],
        ["LastOrDefault"] = ["FirstOrDefault"],
        ["Max"] = ["Min"],
        ["Min"] = ["Max"],
        ["OrderBy"] = ["OrderByDescending"],
        ["OrderByDescending"] = ["OrderBy"],
        ["Reverse"] = [""],
        ["Single"] = ["First"],
        ["SingleOrDefault"] = ["FirstOrDefault"],
        ["Skip"] = ["Take", ""],
        ["SkipWhile"] = ["TakeWhile", ""],
        ["StartsWith"] = ["EndsWith"],
        ["Substring"] = [""],
        ["Take"] = ["Skip", ""],
        ["TakeWhile"] = ["SkipWhile", ""],
        ["ToLowerInvariant"] = ["ToUpperInvariant"],
        ["ToUpperInvariant"] = ["ToLowerInvariant"],
        ["Trim"] = [""],
        ["TrimEnd"] = ["TrimStart", ""],
        ["TrimStart"] = ["TrimEnd", ""],
        ["Where"] = [""],
    };

    private static readonly Dictionary<string, string> Comparisons = new()
    {
        ["Ordinal"] = "OrdinalIgnoreCase",
        ["OrdinalIgnoreCase"] = "Ordinal",
    };

    public static IEnumerable<SyntaxNode> Find(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access
        ? Others.GetValueOrDefault(access.Name.Identifier.ValueText, [])
            .Select(other => other.Length == 0 ? (SyntaxNode)access.Expression : call.WithExpression(Rename(access, other)))
        : [];

    public static IEnumerable<SyntaxNode> Find(MemberAccessExpressionSyntax access) =>
        access.Expression is IdentifierNameSyntax { Identifier.ValueText: "StringComparison" or "StringComparer" }
        && Comparisons.TryGetValue(access.Name.Identifier.ValueText, out var other)
            ? [Rename(access, other)]
            : [];

    private static MemberAccessExpressionSyntax Rename(MemberAccessExpressionSyntax access, string name) =>
        access.WithName(access.Name is GenericNameSyntax generic
            ? generic.WithIdentifier(SyntaxFactory.Identifier(name))
            : SyntaxFactory.IdentifierName(name));
}
