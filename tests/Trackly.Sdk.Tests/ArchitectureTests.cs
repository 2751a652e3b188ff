using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The arrows between the rooms of src/Trackly.Sdk: door to Pipeline to Models and Errors, and never back.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Source = Repository.PathOf("src/Trackly.Sdk");

    [Theory]
    [InlineData("Models")]
    [InlineData("Errors")]
    public void ModelsAndErrors_NeverReachIntoThePipeline(string room) =>
        FilesOf(room).Where(file => File.ReadAllText(file).Contains("Trackly.Sdk.Pipeline", StringComparison.Ordinal))
            .Should().BeEmpty("what is said does not know how it is carried");

    [Fact]
    public void NoRoomIsAJunkDrawer() =>
        Directory.EnumerateDirectories(Source, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Should().NotContain(["Utils", "Helpers", "Common", "Extensions", "Constants", "Interfaces"]);

    private static IEnumerable<string> FilesOf(string room) =>
        Directory.Exists(Path.Combine(Source, room)) ? Directory.EnumerateFiles(Path.Combine(Source, room), "*.cs") : [];
}
