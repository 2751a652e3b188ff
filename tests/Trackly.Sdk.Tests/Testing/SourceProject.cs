using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The sources of a project as the compiler understands them. Sources that a generator adds are missing, which leaves other names unresolved and does no harm.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly (string? Name, MetadataReference File)[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => (Path.GetFileNameWithoutExtension(file), (MetadataReference)MetadataReference.CreateFromFile(file))),
    ];

    private readonly CSharpCompilation _compilation;

    private SourceProject(string assembly, IReadOnlyList<SyntaxTree> files)
    {
        Files = files;
        _compilation = CSharpCompilation.Create(
            assembly, [.. files, ParseText(ImplicitUsings, "")], References.Where(reference => reference.Name != assembly).Select(reference => reference.File));
    }

    /// <summary>Each file, with its path relative to the project.</summary>
    public IReadOnlyList<SyntaxTree> Files { get; }

    public static SourceProject Load(string folder)
    {
        var root = Repository.GetPath(folder);
        return new SourceProject(Path.GetFileName(folder),
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Path: file, Relative: Path.GetRelativePath(root, file).Replace('\\', '/')))
                .Where(file => !file.Relative.StartsWith("bin/", StringComparison.Ordinal) && !file.Relative.StartsWith("obj/", StringComparison.Ordinal))
                .Select(file => ParseText(File.ReadAllText(file.Path), file.Relative)),
        ]);
    }

    public static SourceProject Parse(params (string Path, string Source)[] files) =>
        new("Parsed", [.. files.Select(file => ParseText(file.Source, file.Path))]);

    /// <summary>Finds what each name in a file stands for.</summary>
    public IEnumerable<ISymbol> FindSymbols(SyntaxTree file)
    {
        var model = _compilation.GetSemanticModel(file);
        return file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(name => model.GetSymbolInfo(name).Symbol).OfType<ISymbol>();
    }

    private static SyntaxTree ParseText(string source, string path) => CSharpSyntaxTree.ParseText(source, path: path);
}
