using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData("claim", false)]
    [InlineData("claim", true)]
    [InlineData("find", false)]
    [InlineData("find", true)]
    [InlineData("take over", false)]
    [InlineData("take over", true)]
    public async Task ACallThatIsCanceledAtAStatement_SendsNothing_AndTheNextCallDoes(string statement, bool afterwards)
    {
        if (statement != "claim")
        {
            Sender.ThenThrow(ClientFailures.SendNothing());
            await SendOnce.SendAsync("order-1", Request, Token);
        }

        var before = Sender.Transmissions;
        using var cancellation = new CancellationTokenSource();
        Action<string> cancel = name =>
        {
            if (name == statement)
                cancellation.Cancel();
        };
        (Watched.Before, Watched.After) = (afterwards ? null : cancel, afterwards ? cancel : null);
        // The client checks its token before anything else.
        Sender.Then(static token => Task.FromException<SendResponse>(ClientFailures.Cancel(SendOutcome.NotSent, token)));
        var call = () => SendOnce.SendAsync("order-1", Request, cancellation.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
        Watched.Repair();

        Sender.Clear();
        await AdvanceUntilAsync(async () => (await SendOnce.FindAsync("order-1", Token))?.Outcome is null or SendOnceOutcome.NotSent);
        Sender.Transmissions.Should().BeLessThanOrEqualTo(before + 1, "the last one was canceled by the client before it sent");
        (await SendOnce.SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, AlreadySent = false });
    }

    [Fact]
    public async Task ACallThatIsCanceledWhileItWaitsForItsTurn_LeavesNoRow()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var call = () => SendOnce.SendAsync("order-1", Request, cancellation.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();

        (await SendOnce.FindAsync("order-1", Token)).Should().BeNull();
        Sender.Transmissions.Should().Be(0);
        await SendOnce.DisposeAsync();
        Watched.Statements.Count(static name => name == "settle").Should().Be(Watched.Statements.Count(static name => name == "claim"), "only a claim that reached the database is given back");
    }

    [Fact]
    public async Task ACallThatIsCanceledAtTheSettle_StoresWhatBecameOfTheMessage()
    {
        using var cancellation = new CancellationTokenSource();
        Watched.Before = name =>
        {
            if (name == "settle")
                cancellation.Cancel();
        };

        (await SendOnce.SendAsync("order-1", Request, cancellation.Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }
}
