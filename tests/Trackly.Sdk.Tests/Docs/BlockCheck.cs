using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>Compiles a block against the SDK of this build, as a new project of a reader would. Runs it when the page says what it prints, and the tests in it.</summary>
internal static class BlockCheck
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => file != typeof(BlockCheck).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    static BlockCheck()
    {
        // A program of the docs reads the key from these variables, and would send real messages with one.
        foreach (var variable in new[] { "TRACKLY_API_KEY", "Trackly__ApiKey" })
            Environment.SetEnvironmentVariable(variable, null);
    }

    /// <summary>
    /// Returns the errors and warnings of the compiler, packages that the page does not name, or an output that differs from the documented one. Empty when the block is right.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindErrorsAsync(CodeBlock block)
    {
        using var image = new MemoryStream();
        var emitted = Compilation(block).Emit(image);
        if (!emitted.Success)
            return [.. emitted.Diagnostics.Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => error.ToString())];
        if (BlockPackages.FindUnnamed(block, image).ToList() is { Count: > 0 } unnamed)
            return unnamed;
        if (block.Output is null)
        {
            await RunTestsAsync(Load(block, image));
            return [];
        }

        // A reader who pastes the block below its program sees the output of both.
        var printed = await RunAsync(block, image);
        var before = block.Program is null ? "" : await RunAsync(block.Program);
        if (!printed.StartsWith(before, StringComparison.Ordinal))
            return [$"{block.Name} prints:\n{printed}and the program above it alone:\n{before}"];
        printed = printed[before.Length..];
        return printed.TrimEnd() == block.Output.TrimEnd() ? [] : [$"{block.Name} prints:\n{printed}"];
    }

    private static CSharpCompilation Compilation(CodeBlock block)
    {
        var (kind, files) = BlockSource.Create(block);
        return CSharpCompilation.Create(
            "Docs",
            files.Select(file => CSharpSyntaxTree.ParseText(file, Language)),
            References,
            new CSharpCompilationOptions(kind)
                .WithNullableContextOptions(NullableContextOptions.Enable)
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
                // As every project has it: a package built for an earlier .NET.
                .WithSpecificDiagnosticOptions([KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]));
    }

    private static async Task<string> RunAsync(CodeBlock program)
    {
        using var image = new MemoryStream();
        return Compilation(program).Emit(image).Success ? await RunAsync(program, image) : "";
    }

    private static async Task<string> RunAsync(CodeBlock block, MemoryStream image)
    {
        var main = Load(block, image).EntryPoint ?? throw new InvalidDataException($"{block.Page}({block.Line}): a type prints nothing by itself: only a program has an output.");
        using var output = CapturedConsole.Start();
        // Not on the test's own thread: the entry point of an asynchronous program waits for its end.
        object?[] arguments = main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
        await Task.Run(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
        return output.ToString();
    }

    private static Assembly Load(CodeBlock block, MemoryStream image)
    {
        image.Position = 0;
        return new AssemblyLoadContext(block.Name).LoadFromStream(image);
    }

    private static async Task RunTestsAsync(Assembly tests)
    {
        foreach (var test in tests.GetExportedTypes().SelectMany(static type => type.GetMethods()).Where(static method => method.IsDefined(typeof(FactAttribute))))
            await (Task)test.Invoke(Activator.CreateInstance(test.DeclaringType!), BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null)!;
    }
}
