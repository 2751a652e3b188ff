using Microsoft.Extensions.Time.Testing;

namespace FaultLab.Tests;

/// <summary>Each fault does what its name says, and the ledger counts what truly arrived.</summary>
public sealed class FaultLabServerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FaultRows.All), MemberType = typeof(FaultRows))]
    public async Task Fault_MetByAClient_ShowsWhatItsNameSays_AndIsCounted(string name, int heads, int received, string sight)
    {
        var fault = Faults.Named(name);
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(fault), clock: new FakeTimeProvider());
        using var visitor = new LabVisitor(lab.BaseAddress);

        var sending = visitor.SendAsync(onHead: sight.EndsWith("stalled", StringComparison.Ordinal) ? LeaveAtRestAsync : null);
        if (sight is "silence")
        {
            await lab.SeesAsync(ledger => ledger.Connections == 1 && ledger.Heads == heads && ledger.Received.Count == received, Cancelled);
            await LeaveAtRestAsync();
        }

        (await sending).Should().Be(sight);
        await lab.SettleAsync(Cancelled);
        lab.Ledger.ApiKeys.Should().HaveCount(heads).And.AllBe("trk_lab");
        lab.Ledger.Received.Select(message => message.Id).Should().Equal(Enumerable.Repeat("m-1", received));
        fault.Receives.Should().Be(received == 1);

        async Task LeaveAtRestAsync()
        {
            await lab.SettleAsync(Cancelled);
            visitor.Leave();
        }
    }

    [Fact]
    public void EveryFault_HasItsRow() =>
        FaultRows.All.Select(row => row.Data.Item1).Should().Equal(Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();
}
