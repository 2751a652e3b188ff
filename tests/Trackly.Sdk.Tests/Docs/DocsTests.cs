using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Docs;

public sealed class DocsTests
{
    /// <summary>Where the emulator listens when it is run as a command.</summary>
    private const string DefaultAddress = "http://127.0.0.1:5080/api/";

    private static readonly Dictionary<string, CodeBlock> Blocks = Page.All.SelectMany(page => page.Blocks()).Where(block => !block.IsForAppHost)
        .Concat(XmlExamples.All).ToDictionary(block => block.Name);

    public static TheoryData<string> BlockNames => [.. Blocks.Keys];

    public static TheoryData<string> PageNames => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(BlockNames))]
    public async Task Block_Compiles_AndPrintsWhatThePageSays(string name) => (await BlockCheck.FindErrorsAsync(Blocks[name])).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(PageNames))]
    public void Links_LeadSomewhere(string name)
    {
        var page = Page.All.Single(page => page.Name == name);

        page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(name, link)).Should().BeEmpty();
    }

    [Fact]
    public async Task Readme_SendsAMessageToTheInbox()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var block = Page.All[0].Blocks().Single(block => block.Code.Contains(DefaultAddress, StringComparison.Ordinal));
        var program = block with { Code = block.Code.Replace(DefaultAddress, emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal), Output = "Na1T6x7o queued" };

        (await BlockCheck.FindErrorsAsync(program)).Should().BeEmpty();
        emulator.Messages.Should().ContainSingle().Which.Text.Should().Be("Hello! Ref: Na1T6x7o");
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void Json_CanBeParsed(string name)
    {
        foreach (var fence in Page.All.Single(page => page.Name == name).Fences.Where(fence => fence.Info == "json"))
            fence.Invoking(json => JsonDocument.Parse(json.Text).Dispose()).Should().NotThrow($"it is the JSON of {name}({fence.Line})");
    }

    [Theory]
    [InlineData("src/Trackly.Sdk/TracklyClient.cs")]
    [InlineData("src/Trackly.Sdk/Messages/SendRequest.cs")]
    [InlineData("src/Trackly.Sdk/Messages/SendResponse.cs")]
    [InlineData("src/Trackly.Sdk/Errors/TracklyException.cs")]
    [InlineData("src/Trackly.Sdk/Options/TracklyClientOptions.cs")]
    [InlineData("src/Trackly.Sdk/TracklyServiceCollectionExtensions.cs")]
    [InlineData("src/Trackly.Sdk.Testing/FakeTracklyClient.cs")]
    public void TypesThatPeopleMeetFirst_HaveAnExample(string file) => XmlExamples.All.Should().Contain(example => example.Page == file);

    [Fact]
    public void Blocks_AreFound_WithTheOutputBelowThem()
    {
        var text = "# Sending\n```csharp\nSend();\n```\nIt prints:\n\n```text output\nqueued\n```\n\n```json\n{}\n```\n"
            + "```csharp\n// Continues the program above.\nStop();\n```\n```csharp\n// Continues the program above.\nGo();\n```\n";

        new Page("page.md", text).Blocks().Select(block => (block.Line, block.Code, block.Program?.Number, block.Output)).Should().Equal(
            (3, "Send();", null, "queued"), (15, "// Continues the program above.\nStop();", 1, null), (19, "// Continues the program above.\nGo();", 1, null));
    }

    [Theory]
    [InlineData("```text output\nqueued\n```\n")]
    [InlineData("```csharp\nSend();\n```\n```json\n{}\n```\n```text output\nqueued\n```\n")]
    [InlineData("```cs\nSend();\n```\n")]
    [InlineData("```csharp\n// Continues the program above.\nSend();\n```\n")]
    public void Blocks_ThatCannotBeChecked_AreRefused(string text) =>
        new Page("page.md", text).Invoking(page => page.Blocks()).Should().Throw<InvalidDataException>();

    [Theory]
    [InlineData("CONTRIBUTING.md", true)]
    [InlineData("../CONTRIBUTING.md", false)]
    [InlineData("README.md#what-it-promises", true)]
    [InlineData("README.md#when-it-works", false)]
    [InlineData("#what-it-promises", true)]
    public void Link_IsRead_FromThePageItStandsOn(string link, bool leadsSomewhere) => LeadsSomewhere("README.md", link).Should().Be(leadsSomewhere);

    private static bool LeadsSomewhere(string page, string link)
    {
        var parts = link.Split('#', 2);
        var folder = Path.GetDirectoryName(Repository.GetPath(page))!;
        var target = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(folder, parts[0]));
        return parts.Length == 1
            ? Path.Exists(Repository.GetPath(target))
            : Page.All.SingleOrDefault(other => other.Name == target)?.Anchors.Contains(parts[1]) ?? false;
    }
}
