using System.Diagnostics;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.SendOnce.Tests;

/// <summary>The sample of a campaign, in a process of its own that is stopped or killed in the middle and run again: no row is sent twice.</summary>
public sealed class CampaignTests : IAsyncLifetime
{
    private const int Rows = 600;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("campaign");
    private TracklyEmulator? _emulator;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TracklyEmulator Emulator => _emulator!;

    private string Results => Path.Combine(_directory.FullName, "results.csv");

    public async ValueTask InitializeAsync()
    {
        _emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        await File.WriteAllLinesAsync(
            Path.Combine(_directory.FullName, "rows.csv"), ["id,to,text", .. Enumerable.Range(1, Rows).Select(static row => $"{row},+1415555{row:D4},text of {row}")], Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Killed_AndRunAgain_SendsEachRowOnceAndListsTheRowsInDoubt()
    {
        // Trackly takes this row, and the process dies before it hears so.
        Emulator.When(static request => request.Body == "text of 100").Hangs();
        using (var process = Start())
        {
            await WaitForMessagesAsync(200);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        Emulator.QueuedMessages.Should().BeLessThan(Rows);
        var (exitCode, output) = await RunAsync();

        exitCode.Should().Be(1, "some rows are unknown");
        var results = await ReadResultsAsync();
        results.Should().HaveCount(Rows).And.OnlyContain(static result => result.Value.Outcome == "Accepted" || result.Value.Outcome == "Unknown");
        results["100"].Outcome.Should().Be("Unknown");
        results.Count(static result => result.Value.Outcome == "Unknown").Should().BeInRange(1, 16, "no more were being sent at once");
        output.Should().Contain("Unknown rows may have been sent.").And.Contain("100");
        CheckLedger(results);
    }

    [Fact]
    public async Task CtrlC_AndRunAgain_SendsEachRowOnceAndNoneIsInDoubt()
    {
        using (var process = Start())
        {
            var output = process.StandardOutput.ReadToEndAsync(Token);
            await WaitForMessagesAsync(100);
            using (var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]))
                await interrupt.WaitForExitAsync(Token);
            await process.WaitForExitAsync(Token);
            process.ExitCode.Should().Be(130);
            (await output).Should().Contain($" of {Rows} rows: ").And.Contain("Stopped. Run the same command again to go on");
        }

        Emulator.QueuedMessages.Should().BeLessThan(Rows);
        var (exitCode, _) = await RunAsync();

        exitCode.Should().Be(0);
        var results = await ReadResultsAsync();
        results.Should().HaveCount(Rows).And.OnlyContain(static result => result.Value.Outcome == "Accepted");
        CheckLedger(results);
        Emulator.QueuedMessages.Should().Be(Rows);
    }

    [Fact]
    public async Task DryRun_CountsAndSendsNothing()
    {
        var (exitCode, output) = await RunAsync("--dry-run", "--price", "0.5");

        exitCode.Should().Be(0);
        output.Should().Contain("Gsm7").And.Contain("600").And.Contain("300.00");
        Emulator.QueuedMessages.Should().Be(0);
    }

    private void CheckLedger(Dictionary<string, (string Outcome, string MessageId)> results)
    {
        var ledger = Emulator.Messages.ToLookup(static message => message.Body.Split(' ')[^1], static message => message.MessageId);
        ledger.Should().OnlyContain(static row => row.Count() == 1, "no row is sent twice");
        foreach (var (row, result) in results.Where(static result => result.Value.Outcome == "Accepted"))
            ledger[row].Should().Equal(result.MessageId);
    }

    private async Task<Dictionary<string, (string Outcome, string MessageId)>> ReadResultsAsync() =>
        (await File.ReadAllLinesAsync(Results, Token)).Skip(1).Select(static line => line.Split(',')).ToDictionary(static row => row[0], static row => (row[1], row[2]));

    private async Task WaitForMessagesAsync(int count)
    {
        await foreach (var _ in Emulator.WatchAsync(Token))
        {
            if (--count == 0)
                return;
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, output);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            Environment = { ["TRACKLY_API_KEY"] = Emulator.ApiKey, ["TRACKLY_LIST_NUMBER"] = Emulator.ListNumber, ["TRACKLY_BASE_ADDRESS"] = Emulator.BaseAddress.AbsoluteUri },
        };
        foreach (var argument in (string[])
            [
                Path.Combine(AppContext.BaseDirectory, "Campaign.dll"), Path.Combine(_directory.FullName, "rows.csv"), "--results", Results,
                "--database", Path.Combine(_directory.FullName, "campaign.db"), "--per-minute", "60000", .. arguments,
            ])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
