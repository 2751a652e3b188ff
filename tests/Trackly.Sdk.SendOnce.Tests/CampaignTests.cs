using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Trackly.Sdk.SendOnce.Tests.Support;
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

    private string RowsFile => Path.Combine(_directory.FullName, "rows.csv");

    private string Results => Path.Combine(_directory.FullName, "results.csv");

    public async ValueTask InitializeAsync()
    {
        _emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        await File.WriteAllLinesAsync(
            RowsFile, ["id,to,text", .. Enumerable.Range(1, Rows).Select(static row => $"{row},+1415555{row:D4},text of {row}")], Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Killed_AndRunAgain_SendsEachRowOnceAndListsTheRowsInDoubt()
    {
        // Trackly takes this row, and the process dies before the response arrives.
        Emulator.When(static request => request.Body == "text of 100").Hangs();
        using (var process = Start())
        {
            await WaitForMessagesAsync(200);
            process.Kill();
            await process.WaitForExitAsync(Token).InTimeAsync("the campaign ends");
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
                await interrupt.WaitForExitAsync(Token).InTimeAsync("the signal is sent");
            await process.WaitForExitAsync(Token).InTimeAsync("the campaign ends");
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
    public async Task AKeyThatIsRevokedInTheMiddle_LeavesRowsThatALaterRunSends()
    {
        Emulator.ForNext(5).Rejects(TracklyErrorCode.InvalidApiKey);
        Emulator.ForNext(5).RespondsWith(HttpStatusCode.Forbidden);
        var (exitCode, output) = await RunAsync();

        exitCode.Should().Be(1);
        output.Should().Contain("590 accepted, 0 rejected, 10 not sent").And.Contain("Run the same command again");
        (exitCode, _) = await RunAsync();

        exitCode.Should().Be(0);
        var results = await ReadResultsAsync();
        results.Should().HaveCount(Rows).And.OnlyContain(static result => result.Value.Outcome == "Accepted");
        CheckLedger(results);
        Emulator.QueuedMessages.Should().Be(Rows);
    }

    [Fact]
    public async Task ARowThatWasChangedAfterItWasSent_HasTheResultOfItsFirstText()
    {
        await File.WriteAllLinesAsync(RowsFile, ["id,to,text", "1,+14155550001,first"], Token);
        await RunAsync();
        await File.WriteAllLinesAsync(RowsFile, ["id,to,text", "1,+14155550001,second"], Token);

        var (exitCode, _) = await RunAsync();

        exitCode.Should().Be(0);
        (await ReadResultsAsync())["1"].Should().Be(("Accepted", Emulator.Messages.Single().MessageId));
        (await File.ReadAllTextAsync(Results, Token)).Should().Contain("it was changed since");
    }

    [Fact]
    public async Task MadeUpRows_AreNotSentToPeople()
    {
        var (exitCode, output) = await RunInDirectoryAsync(emulator: null);

        exitCode.Should().Be(2);
        output.Should().Contain("rows that are made up are not sent to people");
        _directory.EnumerateFiles("*.db").Should().BeEmpty();
    }

    [Fact]
    public async Task MadeUpRows_GoToAnEmulatorAtAnyPaceAndAreKeptInTheCurrentDirectory()
    {
        // So fast that a timer for each row would have a period of zero.
        var (exitCode, output) = await RunInDirectoryAsync(Emulator.BaseAddress, "--per-minute", "100003");

        exitCode.Should().Be(0);
        output.Should().Contain("5000 of 5000 rows: 5000 accepted");
        using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={Path.Combine(_directory.FullName, "trackly-campaign.db")};Pooling=False");
        using var client = new TracklyClient(Emulator.ApiKey);
        await using var sendOnce = new TracklySendOnce(client, database, new SendOnceOptions { Lease = TimeSpan.FromHours(1) });
        (await sendOnce.FindAsync("campaign/R-00001", Token)).Should().BeNull("an emulator sends nothing");
        (await sendOnce.FindAsync("emulator/campaign/R-00001", Token))!.Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Theory]
    [InlineData("number,phone\n1,+14155550001\n", "must name the columns id, to and text")]
    [InlineData("id,to,text\n1,+14155550001\n", "Line 2 of ")]
    public async Task AFileThatCannotBeRead_IsRefusedBeforeTheFirstRowIsSent(string content, string error)
    {
        await File.WriteAllTextAsync(RowsFile, content, Token);

        var (exitCode, output) = await RunInDirectoryAsync(Emulator.BaseAddress, RowsFile);

        exitCode.Should().Be(2);
        output.Should().Contain(error).And.NotContain("   at ");
        Emulator.QueuedMessages.Should().Be(0);
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

    private Task WaitForMessagesAsync(int count)
    {
        return WatchAsync().InTimeAsync($"the campaign sends {count} messages");

        async Task WatchAsync()
        {
            await foreach (var _ in Emulator.WatchAsync(Token).Take(count))
            {
                // Each counts.
            }
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await WaitAsync(process);
    }

    /// <summary>Runs the campaign without a file and without a database of its own. A proxy that nobody is keeps it from leaving the machine.</summary>
    private async Task<(int ExitCode, string Output)> RunInDirectoryAsync(Uri? emulator, params string[] arguments)
    {
        var start = CreateStart(emulator, arguments);
        (start.WorkingDirectory, start.Environment["HTTPS_PROXY"], start.RedirectStandardError) = (_directory.FullName, "http://127.0.0.1:1", true);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Token);
        var (exitCode, output) = await WaitAsync(process);
        return (exitCode, output + await error);
    }

    private static async Task<(int ExitCode, string Output)> WaitAsync(Process process)
    {
        var output = await process.StandardOutput.ReadToEndAsync(Token).InTimeAsync("the campaign closes its output");
        await process.WaitForExitAsync(Token).InTimeAsync("the campaign ends");
        return (process.ExitCode, output);
    }

    private Process Start(params string[] arguments) => Process.Start(CreateStart(
        Emulator.BaseAddress,
        [RowsFile, "--results", Results, "--database", Path.Combine(_directory.FullName, "campaign.db"), "--per-minute", "60000", .. arguments]))!;

    private ProcessStartInfo CreateStart(Uri? emulator, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Campaign.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            Environment = { ["TRACKLY_API_KEY"] = Emulator.ApiKey, ["TRACKLY_LIST_NUMBER"] = Emulator.ListNumber, ["TRACKLY_BASE_ADDRESS"] = emulator?.AbsoluteUri },
        };
        return start;
    }
}
