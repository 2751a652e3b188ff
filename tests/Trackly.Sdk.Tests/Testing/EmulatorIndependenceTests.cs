using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The emulator is a second reading of Trackly's documentation: it could not find a mistake that it shares with the SDK.</summary>
public sealed class EmulatorIndependenceTests
{
    private const string Sdk = "Trackly.Sdk";

    /// <summary>Segments are arithmetic, and no reading of Trackly's documentation.</summary>
    private const string Arithmetic = "Sms";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) != "Trackly.Sdk.Testing.dll")
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    [Fact]
    public void TheEmulator_IsAReadingOfItsOwn_AndDoesNotKnowTheSdk()
    {
        var sources = SourcesOfTheEmulator();

        sources.Should().HaveCountGreaterThan(10);
        NamesOfTheSdkIn(sources).Should().BeEmpty();
    }

    [Theory]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { SendRequest? request; }", "SendRequest")]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { object code = global::Trackly.Sdk.TracklyErrorCode.MissingTo; }", "MissingTo")]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { static string Of(SendResponse answer) => answer.MessageId; }", "MessageId")]
    public void AUseOfTheSdk_IsFound(string source, string name) =>
        NamesOfTheSdkIn([Parsed(source, "Taken.cs")]).Should().Contain($"Taken.cs: {name}");

    private static List<SyntaxTree> SourcesOfTheEmulator()
    {
        var root = Repository.PathOf("src/Trackly.Sdk.Testing");
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is var first
                    && first is not ("bin" or "obj" or "QueuedRequest.cs") && !first.StartsWith("Fake", StringComparison.Ordinal))
                .Select(file => Parsed(File.ReadAllText(file), Path.GetRelativePath(root, file))),
        ];
    }

    private static SyntaxTree Parsed(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, path: path, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>What the compiler finds in the SDK. Sources that a generator would add are missing here, which leaves other names unresolved and does no harm.</summary>
    private static IEnumerable<string> NamesOfTheSdkIn(IReadOnlyList<SyntaxTree> sources)
    {
        var compilation = CSharpCompilation.Create("Emulator", sources, References);
        foreach (var source in sources)
        {
            var meanings = compilation.GetSemanticModel(source);
            foreach (var name in source.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (meanings.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol && symbol.ContainingAssembly?.Name == Sdk && !IsArithmetic(symbol))
                    yield return $"{source.FilePath}: {symbol.Name}";
            }
        }
    }

    private static bool IsArithmetic(ISymbol symbol) => (symbol.ContainingType ?? symbol).Name.StartsWith(Arithmetic, StringComparison.Ordinal);
}
