using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>Compiles a block against the SDK of this build, as a reader's project would, and runs it when the page says what it prints.</summary>
internal static class BlockCheck
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    static BlockCheck()
    {
        // A program of the docs reads the key from these variables, and would send real messages with one.
        foreach (var variable in new[] { "TRACKLY_API_KEY", "Trackly__ApiKey" })
            Environment.SetEnvironmentVariable(variable, null);
    }

    /// <summary>Returns the errors and warnings of the compiler, or an output that differs from the documented one. Empty when the block is right.</summary>
    public static async Task<IReadOnlyList<string>> FindErrorsAsync(CodeBlock block)
    {
        using var image = new MemoryStream();
        var emitted = Compilation(block).Emit(image);
        if (!emitted.Success)
            return [.. emitted.Diagnostics.Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => error.ToString())];
        if (block.Output is null)
            return [];

        image.Position = 0;
        var printed = await RunAsync(new AssemblyLoadContext(block.Name).LoadFromStream(image));
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

    private static async Task<string> RunAsync(Assembly program)
    {
        await using var emulator = await TracklyEmulator.StartAsync();
        using var output = CapturedConsole.Start();
        if (program.EntryPoint is { } main)
        {
            // Not on the test's own thread: the entry point of an asynchronous program waits for its end.
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
            await Task.Run(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
        }
        else
        {
            var type = program.GetType(BlockSource.TypeOfStatements)
                ?? throw new InvalidDataException("A type prints nothing by itself: only statements and programs have an output.");
            using var statements = (Prelude)Activator.CreateInstance(type, emulator)!;
            await type.GetMethod(BlockSource.MethodOfStatements)!.CreateDelegate<Func<Task>>(statements)();
        }

        return output.ToString();
    }
}
