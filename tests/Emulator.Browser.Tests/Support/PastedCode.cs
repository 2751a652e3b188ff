using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Trackly.Sdk;

namespace Emulator.Browser.Tests.Support;

/// <summary>C# statements as the page shows them, pasted into a program that has a client with the name <c>trackly</c> and the implicit usings of a console project.</summary>
internal static class PastedCode
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Trackly.Sdk;

        public static class Pasted
        {
            public static async Task RunAsync(TracklyClient trackly)
            {
        // Here.
            }
        }
        """;

    private static readonly HashSet<string> Needed =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Net.Http", "System.Net.Primitives", "System.Text.Json", "System.Threading",
        "Trackly.Sdk",
    ];

    public static Task RunAsync(string statements, TracklyClient trackly)
    {
        using var assembly = new MemoryStream();
        // The code needs few of the assemblies of the tests, and each takes time to read.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Needed.Contains(Path.GetFileNameWithoutExtension(path))).Select(static path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error);
        CSharpCompilation.Create("Pasted", [CSharpSyntaxTree.ParseText(Program.Replace("// Here.", statements, StringComparison.Ordinal))], references, options)
            .Emit(assembly).Diagnostics.Should().NotContain(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        assembly.Position = 0;
        return (Task)new AssemblyLoadContext("Pasted", isCollectible: true).LoadFromStream(assembly).GetType("Pasted")!.GetMethod("RunAsync")!.Invoke(null, [trackly])!;
    }
}
