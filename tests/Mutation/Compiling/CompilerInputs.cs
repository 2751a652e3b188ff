using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>The arguments that the build passes to the compiler for a project.</summary>
internal static class CompilerInputs
{
    /// <summary>Creates a compilation from the command line of the compiler, with the output of the source generators.</summary>
    public static async Task<(CSharpCompilation Compilation, IReadOnlyList<ResourceDescription> Resources)> ReadAsync(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var arguments = CSharpCommandLineParser.Default.Parse(await GetArgumentsAsync(project).ConfigureAwait(false), folder, RuntimeFolder);
        var trees = arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(
            SourceText.From(File.ReadAllText(file.Path), Encoding.UTF8), arguments.ParseOptions, file.Path));
        var references = arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        var options = arguments.CompilationOptions
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSpecificDiagnosticOptions([]).WithWarningLevel(0)
            // Nothing checks the signature, so the public key is enough. This program has the same one.
            .WithCryptoKeyFile(null).WithCryptoPublicKey([.. typeof(CompilerInputs).Assembly.GetName().GetPublicKey()!]).WithPublicSign(true).WithDelaySign(null);
        var compilation = CSharpCompilation.Create(arguments.CompilationName, trees, references, options);

        var generators = arguments.AnalyzerReferences.SelectMany(static analyzer =>
            new AnalyzerFileReference(analyzer.FilePath, AnalyzerLoader.Instance).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return ((CSharpCompilation)complete, arguments.ManifestResources);
    }

    private static string RuntimeFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static async Task<string[]> GetArgumentsAsync(string project)
    {
        string[] arguments =
        [
            "msbuild", project, "-t:ResolveReferences;PrepareResources;_GenerateCompileInputs;CoreCompile", "-p:TargetFramework=net10.0", "-p:BuildProjectReferences=false",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            // Without it, the step is skipped when its results are up to date.
            "-p:NonExistentFile=none",
            "-getItem:CscCommandLineArgs",
        ];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        using var json = await JsonDocument.ParseAsync(build.StandardOutput.BaseStream).ConfigureAwait(false);
        await build.WaitForExitAsync().ConfigureAwait(false);
        return [.. json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!)];
    }
}
