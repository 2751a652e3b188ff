using System.Transactions;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task AnAmbientTransactionThatIsRolledBack_DoesNotTakeTheProofAway()
    {
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await SendOnce.SendAsync("order-1", Request, Token);

        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
        (await SendOnce.SendAsync("order-1", Request, Token)).AlreadySent.Should().BeTrue();
    }

    [Fact]
    public async Task AClaim_IsCommittedBeforeTheMessageIsSent()
    {
        SendOnceOutcome? seen = null;
        Sender.Then(async _ =>
        {
            seen = (await FindAsync("order-1")).Outcome;
            return Support.ScriptedSender.Accept("msg00001");
        });

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await SendOnce.SendAsync("order-1", Request, Token);

        seen.Should().Be(SendOnceOutcome.InProgress);
    }

    [Fact]
    public async Task AnAmbientTransactionThatDoesNotFlow_DoesNotTakeTheProofAwayEither()
    {
        await Task.Run(BlockInATransaction, Token);

        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Fact]
    public async Task ADataSourceThatIsDisposed_SendsNothing_AndAfterTheSendKeepsTheResult()
    {
        var source = new Support.WatchedDataSource(Database.Source);
        var closing = Open(source: source);
        Sender.Then(async _ =>
        {
            source.Close();
            await Task.Yield();
            return Support.ScriptedSender.Accept("msg00001");
        });

        (await closing.SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
        var call = () => closing.SendAsync("order-2", Request, Token);

        await call.Should().ThrowAsync<ObjectDisposedException>();
        Sender.Transmissions.Should().Be(1);
        EventNames.Should().Contain(["SettleFailed", "ClaimFailed"]);
    }

    /// <summary>As code does that is older than async.</summary>
    private void BlockInATransaction()
    {
        using (new TransactionScope())
        {
            SendOnce.SendAsync("order-1", Request, Token).Wait(Token);
            Transaction.Current.Should().NotBeNull("it is the caller's, and goes on");
        }
    }
}
