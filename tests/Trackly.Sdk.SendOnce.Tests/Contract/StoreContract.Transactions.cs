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
}
