using Trackly.Sdk.Tests.Docs;

namespace Trackly.Aspire.Hosting.Tests;

/// <summary>The blocks of the pages that belong in an app host.</summary>
public sealed class AppHostDocsTests
{
    [Theory]
    [InlineData("docs/emulator.md")]
    [InlineData("src/Trackly.Aspire.Hosting/README.md")]
    public async Task Block_Compiles(string name)
    {
        var blocks = Page.All.Single(page => page.Name == name).Blocks().Where(static block => block.IsForAppHost).ToList();

        blocks.Should().ContainSingle();
        (await BlockCheck.FindErrorsAsync(blocks[0])).Should().BeEmpty();
    }

    [Fact]
    public void OtherPages_HaveNone() =>
        Page.All.Where(static page => page.Blocks().Any(static block => block.IsForAppHost)).Select(static page => page.Name).Should().HaveCount(2);
}
