using System.Text.Json.Nodes;

namespace Trackly.Emulator.Tests;

/// <summary>What the console says when the emulator itself fails. Here it cannot write its store, because the folder of the file is gone.</summary>
public sealed class FailureTests : IDisposable
{
    // The message of the exception contains the path of the file, and so all of this.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("+14155550142 trk_CanaryKey9f8e7d6c5b4a Quartzite FL-Mingo-Z ");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailure_IsPrinted_WithItsTypeAndStackTrace_AndWithoutContentOfTheRequest(bool json)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete a folder whose files are in use.");
        using var tool = Tool.Start(
            ["--port", "0", "--key", "trk_CanaryKey9f8e7d6c5b4a", "--store", Path.Combine(_folder.FullName, "messages.jsonl"), .. json ? (string[])["--json"] : []]);
        var inbox = await tool.InboxAsync();
        _folder.Delete(recursive: true);
        const string Message = """{"to":"+14155550142","list_number":"+18005551000","body":"Quartzite","metadata":{"order":"FL-Mingo-Z"}}""";

        var (status, body) = await Caller.SendAsync(inbox, Message, "trk_CanaryKey9f8e7d6c5b4a");

        status.Should().Be(500);
        body.Should().StartWith("{\"error\":\"The emulator itself failed: System.IO.DirectoryNotFoundException. ");

        await tool.SignalAsync("TERM");
        var output = tool.Output;
        if (json)
        {
            var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!).ToList();
            var failure = lines.Single(static line => (string)line["type"]! == "failure");
            ((string)failure["exception"]!).Should().Be("System.IO.DirectoryNotFoundException");
            ((string)failure["stack"]!).Should().StartWith("System.IO.DirectoryNotFoundException" + Environment.NewLine).And.Contain("MessageFile.OpenToAppend");
            var request = lines.Single(static line => (string)line["type"]! == "request");
            ((DateTimeOffset)failure["at"]!).Should().BeOnOrAfter((DateTimeOffset)request["at"]!).And.BeWithin(TimeSpan.FromMinutes(5)).After((DateTimeOffset)request["at"]!);
        }
        else
        {
            output.Should().MatchRegex(
                @"\d\d:\d\d:\d\d\.\d{3} the emulator itself failed, which is not an emulated fault:\r?\n"
                + @"System\.IO\.DirectoryNotFoundException(\r?\n +at .*)+MessageFile\.OpenToAppend")
                .And.MatchRegex(@"\d\d:\d\d:\d\d\.\d{3} 500 The emulator itself failed: System\.IO\.DirectoryNotFoundException\.");
        }

        // The greeting, which is printed before it, contains the key.
        output[output.IndexOf(json ? "\"type\":\"failure\"" : "itself failed", StringComparison.Ordinal)..].Should().NotContainAny("5550142", "CanaryKey", "Quartzite", "Mingo");
        tool.Errors.Should().BeEmpty();
    }

    public void Dispose()
    {
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
