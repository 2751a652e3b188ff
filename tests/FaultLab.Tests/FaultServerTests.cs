using Microsoft.Extensions.Time.Testing;

namespace FaultLab.Tests;

/// <summary>Each fault does what its name says, and the log shows what actually arrived.</summary>
public sealed class FaultServerTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FaultRows.All), MemberType = typeof(FaultRows))]
    public async Task Fault_LooksToAClientAsItsNameSays_AndIsLogged(string name, int heads, int received, string result)
    {
        var fault = Faults.Find(name);
        await using var server = FaultServer.Start(FaultScript.CreateSequence(fault), clock: new FakeTimeProvider());
        using var client = new ProbeClient(server.BaseAddress);

        var sending = client.SendAsync(onHead: result.EndsWith("stalled", StringComparison.Ordinal) ? LeaveWhenIdleAsync : null);
        if (result is "silence")
        {
            await server.WaitForAsync(log => log.Connections == 1 && log.Heads == heads && log.Received.Count == received, Canceled);
            await LeaveWhenIdleAsync();
        }

        (await sending).Should().Be(result);
        await server.WaitUntilIdleAsync(Canceled);
        server.Log.ApiKeys.Should().HaveCount(heads).And.AllBe("trk_probe");
        server.Log.Received.Select(message => message.Id).Should().Equal(Enumerable.Repeat("m-1", received));
        fault.Receives.Should().Be(received == 1);

        async Task LeaveWhenIdleAsync()
        {
            await server.WaitUntilIdleAsync(Canceled);
            client.Leave();
        }
    }

    [Fact]
    public void EveryFault_HasItsRow() =>
        FaultRows.All.Select(row => row.Data.Item1).Should().BeEquivalentTo(Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();
}
