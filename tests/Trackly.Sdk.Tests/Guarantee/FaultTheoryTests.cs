using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Every fault of the lab in every mode: what the client says, and what the server received.</summary>
public sealed class FaultTheoryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FaultOutcomes.Rows), MemberType = typeof(FaultOutcomes))]
    public async Task Fault_InEachMode_IsSaidAsItWas(LabWiring wiring, string name, TracklyRetryMode mode, string expected)
    {
        var fault = Faults.Named(name);
        var clock = new TestClock();
        await using var elsewhere = FaultLabServer.Start();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(fault), clock, elsewhere.BaseAddress);
        using var client = new LabClient(wiring, lab.BaseAddress, clock, options => options.Retry.Mode = mode);

        var (said, outcome, attempts) = await client.HearAsync(attempt => IsSilent(fault, lab, client, attempt));
        await lab.SettleAsync(Cancelled);
        var received = lab.Ledger.Received.Count;

        $"{attempts.Count}/{received} {said}".Should().Be(expected);
        received.Should().BeLessThanOrEqualTo(attempts.Count, "no more messages than attempts");
        lab.Ledger.Heads.Should().BeLessThanOrEqualTo(attempts.Count, "no more requests than attempts");
        attempts.Select(attempt => attempt.Number).Should().Equal(Enumerable.Range(1, attempts.Count));
        elsewhere.Ledger.Connections.Should().Be(0, "the key never reaches another host");
        if (outcome == SendOutcome.NotSent)
            lab.Ledger.Told(LabVerdict.NotHandled).Should().HaveCount(received, "not sent is what the server never had whole, or said it did not handle");
        if (outcome == SendOutcome.Rejected)
            lab.Ledger.Told(LabVerdict.Accepted).Should().BeEmpty("rejected is what the server did not queue");
    }

    [Fact]
    public void EveryFault_HasItsRow() =>
        FaultOutcomes.Names.Should().BeEquivalentTo(Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();

    /// <summary>The lab has done all it does, and the client has seen all there is to see, while the connection stays open.</summary>
    private static bool IsSilent(Fault fault, FaultLabServer lab, LabClient client, int attempt)
    {
        var goesSilent = fault.Ends is LabEnding.Hang || fault == ConnectionFaults.LateAnswer || fault.Answer?.Drips is LabDrip.FromHead or LabDrip.FromBody;
        return goesSilent && fault.Reads switch
        {
            LabReading.Nothing => lab.Ledger.Begun >= attempt,
            LabReading.Head or LabReading.PartOfBody => lab.Ledger.Heads >= attempt,
            _ when fault.Answer?.Status is not null && fault != ConnectionFaults.LateAnswer => client.AnswersSeen >= attempt,
            _ => lab.Ledger.Received.Count >= attempt,
        };
    }
}
