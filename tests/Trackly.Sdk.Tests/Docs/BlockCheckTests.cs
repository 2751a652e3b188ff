namespace Trackly.Sdk.Tests.Docs;

public sealed class BlockCheckTests
{
    [Theory]
    [InlineData("using Trackly.Sdk;\n\nConsole.WriteLine(message.Body);")]
    [InlineData("Console.WriteLine(MessageStatus.Queued);")]
    [InlineData("string text = null;\nConsole.WriteLine(text);")]
    [InlineData("using Trackly.Sdk;\n\npublic sealed class Stub : ITracklyClient;")]
    [InlineData("var services = new ServiceCollection();")]
    public async Task BrokenBlock_IsReported_ByTheLineOfThePage(string code) =>
        (await BlockCheck.FindErrorsAsync(new CodeBlock("docs/page.md", 1, Line: 40, code)))
            .Should().Contain(error => error.StartsWith("docs/page.md(4", StringComparison.Ordinal));

    [Fact]
    public async Task ProgramForTheWeb_HasTheUsingsOfAWebProject() =>
        (await BlockCheck.FindErrorsAsync(new CodeBlock("docs/page.md", 1, Line: 40, "var app = WebApplication.Create();\napp.MapGet(\"/\", () => Results.Ok());\napp.Run();")))
            .Should().BeEmpty();

    [Theory]
    [InlineData("using Npgsql;\n\nConsole.WriteLine(typeof(NpgsqlDataSource));", "Npgsql")]
    [InlineData("using Microsoft.Extensions.Hosting;\n\nHost.CreateApplicationBuilder(args).Build().Run();", "Microsoft.Extensions.Hosting")]
    [InlineData("using Trackly.Sdk;\nusing Trackly.Sdk.Testing;\n\nITracklyClient fake = new FakeTracklyClient();\nConsole.WriteLine(fake);", "Trackly.Sdk.Testing")]
    public async Task Package_ThatAConsoleProjectLacks_IsNamedOnThePage(string code, string package)
    {
        var block = new CodeBlock("docs/page.md", 1, Line: 40, code, Prose: $"Add {package}.Extras, or xunit.v3.");

        (await BlockCheck.FindErrorsAsync(block))
            .Should().Contain(error => error.StartsWith("docs/page.md(40)", StringComparison.Ordinal) && error.Contains(package, StringComparison.Ordinal));
        (await BlockCheck.FindErrorsAsync(block with { Prose = $"Add the package `{package}`." })).Should().BeEmpty();
    }

    [Fact]
    public async Task Output_IsCompared()
    {
        var block = new CodeBlock("docs/page.md", 1, Line: 40, "using Trackly.Sdk;\n\nConsole.WriteLine(MessageStatus.Queued);", Output: "queued");

        (await BlockCheck.FindErrorsAsync(block)).Should().BeEmpty();
        (await BlockCheck.FindErrorsAsync(block with { Output = "delivered" })).Should().Equal("docs/page.md#1 prints:\nqueued\n");
    }

    [Fact]
    public async Task Continuation_IsPastedBelowItsProgram_AndHasItsOwnLinesAndOutput()
    {
        var program = new CodeBlock("docs/page.md", 1, Line: 40, "var first = 1;\nConsole.WriteLine(first);");
        var block = new CodeBlock("docs/page.md", 2, Line: 50, "// Continues the program above.\nConsole.WriteLine(first + 1);", program, Output: "2");

        (await BlockCheck.FindErrorsAsync(block)).Should().BeEmpty();
        (await BlockCheck.FindErrorsAsync(block with { Output = "1\n2" })).Should().Equal("docs/page.md#2 prints:\n2\n");
        (await BlockCheck.FindErrorsAsync(block with { Program = null })).Should().ContainSingle().Which.Should().StartWith("docs/page.md(51,");
    }

    [Fact]
    public async Task TestInABlock_IsRun()
    {
        var code = "using Xunit;\n\npublic sealed class Tests\n{\n    [Fact]\n    public Task It_Fails() => throw new NotSupportedException();\n}";
        var block = new CodeBlock("docs/page.md", 1, Line: 40, code, Prose: "With `xunit.v3`:");

        await ((Func<Task>)(() => BlockCheck.FindErrorsAsync(block))).Should().ThrowAsync<NotSupportedException>();
    }
}
