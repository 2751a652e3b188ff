using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What only a database with one writer, and settings for each connection, can get wrong.</summary>
public sealed class SqliteConnectionTests() : ContractTest(new SqliteDatabase())
{
    [Fact]
    public async Task ACallWhoseStatementTakesLong_LetsOthersWaitWithoutAThread()
    {
        using var release = new ManualResetEventSlim();
        var slow = await StartSlowCallAsync(release);

        var waiting = SendOnce.SendAsync("waiting", Request, Token);

        waiting.IsCompleted.Should().BeFalse("the statement of the other call is running");
        release.Set();
        (await slow).Outcome.Should().Be(SendOnceOutcome.Accepted);
        (await waiting).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Fact]
    public async Task AConnectionThatTheHostMadeFaster_WritesAClaimToTheDiskBeforeItCounts_AndWaitsForTheWriterOfAnotherProcess()
    {
        // The pool has one connection, which keeps its settings.
        await Database.ExecuteAsync("PRAGMA synchronous = OFF; PRAGMA busy_timeout = 0");

        await SendOnce.SendAsync("order-1", Request, Token);

        (await Database.ReadAsync("PRAGMA synchronous")).Should().Be("2", "that is FULL");
        (await Database.ReadAsync("PRAGMA busy_timeout")).Should().Be("5000");
    }
}
