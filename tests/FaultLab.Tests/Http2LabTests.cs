using System.Net;

namespace FaultLab.Tests;

/// <summary>The HTTP/2 lab against HttpClient, which knows the protocol.</summary>
public sealed class Http2LabTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryFault_HasItsRow() =>
        Rows.Select(row => row.Data.Item1).Should().BeEquivalentTo(Http2Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();

    /// <summary>
    /// Fault, heads, messages received, what the client sees.
    /// What a server calls unprocessed SocketsHttpHandler sends up to three times more by itself: that makes the fours.
    /// </summary>
    public static TheoryData<string, int, int, string> Rows { get; } = new()
    {
        { nameof(Http2Faults.Accepted), 1, 1, "200 whole" },
        { nameof(Http2Faults.InternalServerError), 1, 1, "500 whole" },
        { nameof(Http2Faults.GoAwayBeforeProcessing), 4, 0, "http/2 error 0" },
        { nameof(Http2Faults.GoAwayBeforeProcessingAfterBody), 4, 4, "http/2 error 0" },
        { nameof(Http2Faults.GoAwayThenClose), 1, 1, Environment.Version.Major >= 10 ? "http/2 error 0" : "closed" },
        { nameof(Http2Faults.GoAwayThenAccepted), 1, 1, "200 whole" },
        { nameof(Http2Faults.RefusedOnHead), 4, 0, "http/2 error 7" },
        { nameof(Http2Faults.RefusedAfterBody), 4, 4, "http/2 error 7" },
        { nameof(Http2Faults.InternalErrorAfterBody), 1, 1, "http/2 error 2" },
        { nameof(Http2Faults.CancelInBody), 1, 0, "http/2 error 8" },
        { nameof(Http2Faults.ResetInAnswer), 1, 1, "200 http/2 error 2" },
        { nameof(Http2Faults.CloseAfterBody), 1, 1, "closed" },
        { nameof(Http2Faults.HangAfterBody), 1, 1, "silence" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Fault_MetByAClient_ShowsWhatItsNameSays_AndIsCounted(string name, int heads, int received, string sight)
    {
        var fault = Http2Faults.Named(name);
        await using var lab = Http2LabServer.Start(fault);
        using var visitor = new LabVisitor(lab.BaseAddress, HttpVersion.Version20);

        var sending = visitor.SendAsync();
        if (sight is "silence")
        {
            await lab.SeesAsync(ledger => ledger.Received.Count == received, Cancelled);
            visitor.Leave();
        }

        (await sending).Should().Be(sight);
        await lab.SettleAsync(Cancelled);
        (lab.Ledger.Heads, lab.Ledger.Received.Count).Should().Be((heads, received));
        lab.Ledger.Told(fault.Verdict).Should().Equal(lab.Ledger.Received);
    }

    [Fact]
    public async Task Faults_Scripted_MeetTheStreamsInOrder()
    {
        await using var lab = Http2LabServer.Start(Http2Faults.InternalErrorAfterBody, Http2Faults.InternalServerError, Http2Faults.Accepted);
        using var visitor = new LabVisitor(lab.BaseAddress, HttpVersion.Version20);

        string[] sights = [await visitor.SendAsync("a"), await visitor.SendAsync("b"), await visitor.SendAsync("c")];

        sights.Should().Equal("http/2 error 2", "500 whole", "200 whole");
        await lab.SettleAsync(Cancelled);
        lab.Ledger.Connections.Should().Be(1, "a reset stream leaves its connection alone");
        lab.Ledger.Told(LabVerdict.Accepted).Select(message => message.Id).Should().Equal("c");
    }

    [Fact]
    public async Task LargeMessages_OnOneConnection_ArriveWhole()
    {
        await using var lab = Http2LabServer.Start();
        using var visitor = new LabVisitor(lab.BaseAddress, HttpVersion.Version20);

        (await visitor.SendAsync("a", padding: 300_000), await visitor.SendAsync("b", padding: 300_000)).Should().Be(("200 whole", "200 whole"));

        lab.Ledger.Connections.Should().Be(1);
        lab.Ledger.Received.Select(message => message.Id).Should().Equal("a", "b");
        lab.Ledger.Received.Should().OnlyContain(message => message.Body.Length > 300_000);
    }
}
