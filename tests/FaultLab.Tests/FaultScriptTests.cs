namespace FaultLab.Tests;

/// <summary>Faults in sequence, faults by message, and their connections.</summary>
public sealed class FaultScriptTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_TakeTheFaultsInSequence_AndRepeatTheLast()
    {
        await using var server = FaultServer.Start(PlainResponses.InternalServerError, PlainResponses.Suspended, PlainResponses.Accepted);
        server.Script.Enqueue(PlainResponses.Conflict);
        using var client = new ProbeClient(server.BaseAddress);

        (await SendAsync(client, 5)).Should().Equal("500 whole", "403 whole", "409 whole", "200 whole", "200 whole");
        server.Log.Connections.Should().Be(1, "complete responses keep the connection");
    }

    [Fact]
    public async Task FaultWithoutResponse_AfterAnotherRequest_GetsANewConnection()
    {
        await using var server = FaultServer.Start(PlainResponses.Accepted, ConnectionFaults.ResetBeforeReading, PlainResponses.Accepted);
        using var client = new ProbeClient(server.BaseAddress);

        (await SendAsync(client, 4)).Should().Equal("200 whole", "reset", "200 whole", "200 whole");
        server.Log.Connections.Should().Be(3);
    }

    [Fact]
    public void Refusal_AmongOtherFaults_CannotBeScripted() =>
        FluentActions.Invoking(() => FaultScript.CreateSequence(ConnectionFaults.Refused, PlainResponses.Accepted)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task FaultByMessage_IsChosenByIdAndDelivery()
    {
        await using var server = FaultServer.Start(FaultScript.CreateByMessage(message => message switch
        {
            { Id: "good" } => PlainResponses.Accepted,
            { Id: "slow", Delivery: 1 } => RetryAfterResponses.ServiceUnavailableRetryAfter,
            { Id: "slow" } => PlainResponses.Accepted,
            _ => ConnectionFaults.ResetInBody,
        }));
        using var client = new ProbeClient(server.BaseAddress);

        string[] results = [await client.SendAsync("good"), await client.SendAsync("slow"), await client.SendAsync("slow"), await client.SendAsync("lost")];

        results.Should().Equal("200 whole", "503 whole", "200 whole", "reset");
        await server.WaitUntilIdleAsync(Canceled);
        Ids(server.Log.Received).Should().Equal("good", "slow", "slow", "lost");
        Ids(server.Log.GetMessages(ResponseMeaning.Accepted)).Should().Equal("good", "slow");
        Ids(server.Log.GetMessages(ResponseMeaning.NotProcessed)).Should().Equal("slow");
    }

    [Fact]
    public async Task PooledConnection_ResetOnReuse_LosesTheSecondRequestUnread()
    {
        await using var server = FaultServer.Start(ConnectionFaults.ResetOnReuse, PlainResponses.Accepted);
        using var client = new ProbeClient(server.BaseAddress);

        (await SendAsync(client, 3)).Should().Equal("200 whole", "reset", "200 whole");
        await server.WaitUntilIdleAsync(Canceled);
        (server.Log.Connections, server.Log.Heads, server.Log.Received.Count).Should().Be((2, 2, 2));
    }

    [Fact]
    public async Task PooledConnection_ClosedWhenIdle_IsNotUsedAgain()
    {
        await using var server = FaultServer.Start(ConnectionFaults.CloseWhenIdle, PlainResponses.Accepted);
        using var client = new ProbeClient(server.BaseAddress);

        var first = await client.SendAsync();
        await server.WaitUntilIdleAsync(Canceled);
        (first, await client.SendAsync()).Should().Be(("200 whole", "200 whole"));
        (server.Log.Connections, server.Log.Received.Count).Should().Be((2, 2));
    }

    [Fact]
    public async Task ManyMessages_AtOnce_AreEachReceivedAndAcceptedOnce()
    {
        await using var server = FaultServer.Start();
        using var client = new ProbeClient(server.BaseAddress);

        var ids = Enumerable.Range(0, 2_000).Select(number => $"m-{number}").ToList();
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(async lane =>
        {
            var seen = new List<string>();
            for (var i = lane; i < ids.Count; i += 200)
                seen.Add(await client.SendAsync(ids[i]));
            return seen;
        }));

        results.SelectMany(seen => seen).Should().OnlyContain(result => result == "200 whole");
        await server.WaitUntilIdleAsync(Canceled);
        Ids(server.Log.Received).Order().Should().Equal(ids.Order());
        Ids(server.Log.GetMessages(ResponseMeaning.Accepted)).Order().Should().Equal(ids.Order());
    }

    private static IEnumerable<string?> Ids(IEnumerable<ReceivedMessage> messages) => messages.Select(message => message.Id);

    private static async Task<IReadOnlyList<string>> SendAsync(ProbeClient client, int times)
    {
        var seen = new List<string>();
        for (var i = 0; i < times; i++)
            seen.Add(await client.SendAsync());
        return seen;
    }
}
