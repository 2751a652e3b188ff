using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Docs;

public sealed class DocsTests
{
    private static readonly Dictionary<string, CodeBlock> Blocks = Page.All.SelectMany(page => page.Blocks()).Concat(XmlExamples.All).ToDictionary(block => block.Name);

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

    [Theory]
    [InlineData("await trackly.SendMessageAsync(message);")]
    [InlineData("using Trackly.Sdk;\n\nConsole.WriteLine(message.Body);")]
    [InlineData("string text = null;\nConsole.WriteLine(text);")]
    [InlineData("public sealed class Stub : ITracklyClient;")]
    public async Task BrokenBlock_IsReported_ByTheLineOfThePage(string code) =>
        (await BlockCheck.FindErrorsAsync(new CodeBlock("docs/page.md", 1, Line: 40, code, Output: null)))
            .Should().Contain(error => error.StartsWith("docs/page.md(4", StringComparison.Ordinal));

    [Theory]
    [InlineData("Console.WriteLine((await trackly.SendAsync(message)).Status);")]
    [InlineData("using Trackly.Sdk;\n\nConsole.WriteLine(MessageStatus.Queued);")]
    public async Task Output_IsCompared(string code)
    {
        var block = new CodeBlock("docs/page.md", 1, Line: 40, code, Output: "queued");

        (await BlockCheck.FindErrorsAsync(block)).Should().BeEmpty();
        (await BlockCheck.FindErrorsAsync(block with { Output = "delivered" })).Should().Equal("docs/page.md#1 prints:\nqueued\n");
    }

    [Theory]
    [InlineData("src/Trackly.Sdk/TracklyClient.cs")]
    [InlineData("src/Trackly.Sdk/Messages/SendRequest.cs")]
    [InlineData("src/Trackly.Sdk/Messages/SendResponse.cs")]
    [InlineData("src/Trackly.Sdk/Errors/TracklyException.cs")]
    [InlineData("src/Trackly.Sdk.Testing/FakeTracklyClient.cs")]
    public void TypesThatPeopleMeetFirst_HaveAnExample(string file) => XmlExamples.All.Should().Contain(example => example.Page == file);

    [Fact]
    public void Blocks_AreFound_WithTheOutputBelowThem()
    {
        var text = "# Sending\n```csharp\nSend();\n```\nIt prints:\n\n```text output\nqueued\n```\n\n```json\n{}\n```\n```csharp\nStop();\n```\n";

        new Page("page.md", text).Blocks().Should().Equal(
            new CodeBlock("page.md", 1, Line: 3, "Send();", "queued"),
            new CodeBlock("page.md", 2, Line: 15, "Stop();", Output: null));
    }

    [Theory]
    [InlineData("```text output\nqueued\n```\n")]
    [InlineData("```csharp\nSend();\n```\n```json\n{}\n```\n```text output\nqueued\n```\n")]
    [InlineData("```cs\nSend();\n```\n")]
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
