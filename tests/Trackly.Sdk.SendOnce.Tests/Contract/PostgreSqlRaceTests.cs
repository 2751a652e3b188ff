using System.Data.Common;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What only a database with several writers can get wrong.</summary>
public sealed class PostgreSqlRaceTests() : ContractTest(new PostgreSqlDatabase())
{
    [Fact]
    public async Task Retention_LeavesAKeyThatIsTakenOverAtThisMoment()
    {
        Sender.ThenThrow(ClientFailures.SendNothing());
        await SendOnce.SendAsync("order-1", Request, Token);
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET settled_at = {Database.LongAgo}");
        await using var connection = await Database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var takeOver = connection.CreateCommand();
        takeOver.CommandText = $"UPDATE {Database.Table} SET state = 'sending', settled_at = NULL, lease_until = now() + interval '1 hour'";
        await takeOver.ExecuteNonQueryAsync(Token);

        var deleted = await SendOnce.DeleteSettledAsync(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), Token);
        await transaction.CommitAsync(Token);

        deleted.Should().Be(0);
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.InProgress);
    }

    [Fact]
    public async Task ACallWhoseStatementTakesLong_HoldsUpNoOther()
    {
        using var release = new ManualResetEventSlim();
        var slow = await StartSlowCallAsync(release);

        (await SendOnce.SendAsync("fast", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);

        slow.IsCompleted.Should().BeFalse();
        release.Set();
        (await slow).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Theory]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task UnderAStricterIsolationLevel_OneKeyIsStillTransmittedOnce(string level)
    {
        await using var source = PostgreSqlDatabase.Open($"Options=-c default_transaction_isolation={level.Replace(" ", "\\ ", StringComparison.Ordinal)}");
        await using var strict = new WatchedDataSource(source);
        var sendOnce = Open(source: strict);

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            async () =>
            {
                while (true)
                {
                    try
                    {
                        if (await sendOnce.SendAsync("order-1", Request, Token) is { Outcome: not SendOnceOutcome.InProgress } result)
                            return result;
                    }
                    catch (DbException)
                    {
                        // The database asks to try again.
                    }

                    // It may ask the same for an outcome, which is stored after a while then.
                    Clock.Advance(TimeSpan.FromMilliseconds(1));
                }
            },
            Token))).InTimeAsync("each task has an outcome");

        Sender.Transmissions.Should().Be(1);
        results.Should().OnlyContain(static result => result.Outcome == SendOnceOutcome.Accepted).And.ContainSingle(static result => !result.AlreadySent);
    }
}
