using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>Compiles a project with all of its mutants, except those that do not compile.</summary>
internal static class InstrumentedAssembly
{
    private const int MaxRounds = 12;

    /// <returns>The mutants. Those in <paramref name="excluded"/> do not compile and are not in the assembly.</returns>
    public static MutantList Write(
        CSharpCompilation project, IReadOnlyList<ResourceDescription> resources, string root, Func<string, bool> isSelected, string target, out IReadOnlySet<int> excluded)
    {
        var without = new HashSet<int>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var list = new MutantList();
            var instrumented = Instrument(project, root, isSelected, list, without);
            using var assembly = new MemoryStream();
            var result = instrumented.Emit(assembly, manifestResources: resources);
            if (result.Success)
            {
                File.WriteAllBytes(target, assembly.ToArray());
                excluded = without;
                return list;
            }

            var before = without.Count;
            var errors = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            without.UnionWith(errors.SelectMany(FindMutants));
            if (without.Count == before)
                throw new InvalidOperationException($"The instrumented project does not compile: {errors[0]}");
        }

        throw new InvalidOperationException($"After {MaxRounds} rounds there are still mutants that do not compile.");
    }

    private static CSharpCompilation Instrument(CSharpCompilation project, string root, Func<string, bool> isSelected, MutantList list, HashSet<int> without)
    {
        var instrumented = project;
        foreach (var tree in project.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');
            if (isSelected(file))
                instrumented = instrumented.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(new Instrumenter(file, list, without).Visit(tree.GetRoot()), tree.Options));
        }

        return instrumented.AddSyntaxTrees(CSharpSyntaxTree.ParseText(MutantSwitchSource.Get(list.Bodies), (CSharpParseOptions)project.SyntaxTrees[0].Options));
    }

    /// <summary>Finds the mutant that contains an error, or all mutants of the member if the error is in none of them.</summary>
    private static IEnumerable<int> FindMutants(Diagnostic error)
    {
        var node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan);
        var own = node?.AncestorsAndSelf().SelectMany(static ancestor => ancestor.GetAnnotations(Instrumenter.Mark)).FirstOrDefault();
        IEnumerable<SyntaxAnnotation> marks = own is not null
            ? [own]
            : node?.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.GetAnnotatedNodes(Instrumenter.Mark)
                .SelectMany(static marked => marked.GetAnnotations(Instrumenter.Mark)) ?? [];
        return marks.Select(static mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture));
    }
}
