namespace FaultLab.Tests;

/// <summary>Faults in order, faults by message, and the connections they come on.</summary>
public sealed class FaultLabScriptTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OneAfterTheOther_TakeTheFaultsInOrder_AndTheLastForEver()
    {
        await using var lab = FaultLabServer.Start(PlainAnswers.InternalServerError, PlainAnswers.Suspended, PlainAnswers.Accepted);
        lab.Script.Enqueue(PlainAnswers.Conflict);
        using var visitor = new LabVisitor(lab.BaseAddress);

        (await SendAsync(visitor, 5)).Should().Equal("500 whole", "403 whole", "409 whole", "200 whole", "200 whole");
        lab.Ledger.Connections.Should().Be(1, "whole answers keep the connection");
    }

    [Fact]
    public async Task FaultWithoutAnswer_AfterAnAnsweredRequest_GetsAFreshConnection()
    {
        await using var lab = FaultLabServer.Start(PlainAnswers.Accepted, ConnectionFaults.ResetBeforeReading, PlainAnswers.Accepted);
        using var visitor = new LabVisitor(lab.BaseAddress);

        (await SendAsync(visitor, 4)).Should().Equal("200 whole", "reset", "200 whole", "200 whole");
        lab.Ledger.Connections.Should().Be(3);
    }

    [Fact]
    public void Refusal_AmongOtherFaults_CannotBeScripted() =>
        FluentActions.Invoking(() => FaultScript.InOrder(ConnectionFaults.Refused, PlainAnswers.Accepted)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Messages_ChooseTheirFault_ByIdAndDelivery()
    {
        await using var lab = FaultLabServer.Start(FaultScript.ByMessage(message => message switch
        {
            { Id: "good" } => PlainAnswers.Accepted,
            { Id: "slow", Delivery: 1 } => PlainAnswers.ServiceUnavailableRetryAfter,
            { Id: "slow" } => PlainAnswers.Accepted,
            _ => ConnectionFaults.ResetInBody,
        }));
        using var visitor = new LabVisitor(lab.BaseAddress);

        string[] sights = [await visitor.SendAsync("good"), await visitor.SendAsync("slow"), await visitor.SendAsync("slow"), await visitor.SendAsync("lost")];

        sights.Should().Equal("200 whole", "503 whole", "200 whole", "reset");
        await lab.SettleAsync(Cancelled);
        Ids(lab.Ledger.Received).Should().Equal("good", "slow", "slow", "lost");
        Ids(lab.Ledger.Told(LabVerdict.Accepted)).Should().Equal("good", "slow");
        Ids(lab.Ledger.Told(LabVerdict.NotHandled)).Should().Equal("slow");
    }

    [Fact]
    public async Task PooledConnection_ResetOnReuse_LosesTheSecondRequestUnread()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.ResetOnReuse, PlainAnswers.Accepted);
        using var visitor = new LabVisitor(lab.BaseAddress);

        (await SendAsync(visitor, 3)).Should().Equal("200 whole", "reset", "200 whole");
        await lab.SettleAsync(Cancelled);
        (lab.Ledger.Connections, lab.Ledger.Heads, lab.Ledger.Received.Count).Should().Be((2, 2, 2));
    }

    [Fact]
    public async Task PooledConnection_ClosedWhenIdle_IsNotUsedAgain()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.CloseWhenIdle, PlainAnswers.Accepted);
        using var visitor = new LabVisitor(lab.BaseAddress);

        var first = await visitor.SendAsync();
        await lab.SettleAsync(Cancelled);
        (first, await visitor.SendAsync()).Should().Be(("200 whole", "200 whole"));
        (lab.Ledger.Connections, lab.Ledger.Received.Count).Should().Be((2, 2));
    }

    [Fact]
    public async Task ManyMessages_AtOnce_AreEachReceivedAndAcceptedOnce()
    {
        await using var lab = FaultLabServer.Start();
        using var visitor = new LabVisitor(lab.BaseAddress);

        var ids = Enumerable.Range(0, 2_000).Select(number => $"m-{number}").ToList();
        var sights = await Task.WhenAll(Enumerable.Range(0, 200).Select(async lane =>
        {
            var seen = new List<string>();
            for (var i = lane; i < ids.Count; i += 200)
                seen.Add(await visitor.SendAsync(ids[i]));
            return seen;
        }));

        sights.SelectMany(seen => seen).Should().OnlyContain(sight => sight == "200 whole");
        await lab.SettleAsync(Cancelled);
        Ids(lab.Ledger.Received).Order().Should().Equal(ids.Order());
        Ids(lab.Ledger.Told(LabVerdict.Accepted)).Order().Should().Equal(ids.Order());
    }

    private static IEnumerable<string?> Ids(IEnumerable<LabMessage> messages) => messages.Select(message => message.Id);

    private static async Task<IReadOnlyList<string>> SendAsync(LabVisitor visitor, int times)
    {
        var seen = new List<string>();
        for (var i = 0; i < times; i++)
            seen.Add(await visitor.SendAsync());
        return seen;
    }
}
