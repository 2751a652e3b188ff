using Microsoft.CodeAnalysis;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The emulator is a second reading of Trackly's documentation: it could not find a mistake that it shares with the SDK.</summary>
public sealed class EmulatorIndependenceTests
{
    private const string Sdk = "Trackly.Sdk";

    /// <summary>Segments are arithmetic, and no reading of Trackly's documentation.</summary>
    private const string Arithmetic = "Sms";

    /// <summary>What a test passes to the script of an emulator. The emulator reads its value, and knows none of the SDK's codes.</summary>
    private static readonly string[] Carriers = ["TracklyErrorCode", "TracklyErrorCode.Value"];

    [Fact]
    public void TheEmulator_IsAReadingOfItsOwn_AndDoesNotKnowTheSdk()
    {
        var project = SourceProject.Load("src/Trackly.Sdk.Testing");
        var files = FilesOfTheEmulator(project);

        files.Should().HaveCountGreaterThan(10);
        FindNamesOfTheSdk(project, files).Should().BeEmpty();
    }

    [Theory]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { SendRequest? request; }", "SendRequest")]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { object code = global::Trackly.Sdk.TracklyErrorCode.MissingTo; }", "MissingTo")]
    [InlineData("namespace Trackly.Sdk.Testing.Emulator; class Taken { static string Of(SendResponse answer) => answer.MessageId; }", "MessageId")]
    public void AUseOfTheSdk_IsFound(string source, string name)
    {
        var project = SourceProject.Parse(("Taken.cs", source));

        FindNamesOfTheSdk(project, project.Files).Should().Contain($"Taken.cs: {name}");
    }

    private static IReadOnlyList<SyntaxTree> FilesOfTheEmulator(SourceProject project) =>
        [.. project.Files.Where(file => !file.FilePath.StartsWith("Fake", StringComparison.Ordinal))];

    private static IEnumerable<string> FindNamesOfTheSdk(SourceProject project, IEnumerable<SyntaxTree> files) =>
        from file in files
        from symbol in project.FindSymbols(file)
        where symbol is not INamespaceSymbol && symbol.ContainingAssembly?.Name == Sdk && !IsArithmetic(symbol) && !IsCarrier(file, symbol)
        select $"{file.FilePath}: {symbol.Name}";

    private static bool IsCarrier(SyntaxTree file, ISymbol symbol) =>
        file.FilePath == "EmulatorBehavior.cs" && Carriers.Contains(symbol is INamedTypeSymbol ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}");

    private static bool IsArithmetic(ISymbol symbol) => (symbol.ContainingType ?? symbol).Name.StartsWith(Arithmetic, StringComparison.Ordinal);
}
