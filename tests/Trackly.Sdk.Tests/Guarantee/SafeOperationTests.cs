using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>
/// Operations that are safe to repeat, over the wire and in the strictest mode: every fault of the lab comes to what it comes to for a message in <see cref="TracklyRetryMode.AtLeastOnce"/>.
/// </summary>
public sealed class SafeOperationTests
{
    /// <summary>Responses that say <c>success: true</c> without a usable message id: for a change of fields they are successes.</summary>
    private static readonly string[] Successes =
    [
        nameof(UnreadableSuccesses.NoMessageId), nameof(UnreadableSuccesses.EmptyMessageId), nameof(UnreadableSuccesses.NullMessageId), nameof(UnreadableSuccesses.BlankMessageId),
        nameof(UnreadableSuccesses.DuplicateMessageId), nameof(UnreadableSuccesses.InvalidUtf8),
    ];

    /// <summary>Members nested more deeply than System.Text.Json reads by default.</summary>
    private static readonly string[] TooDeep = [nameof(UnusualSuccesses.NestedUnknownMember), nameof(UnusualSuccesses.DeeplyNestedUnknownMember)];

    private static readonly UpdateContactFieldsRequest Change = new(Some.Recipient, Some.ListNumber, new() { ["first_name"] = "Ada" });

    public static TheoryData<string, string> Writes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (_, name, _, expected) in FaultOutcomes.Rows.Select(static row => row.Data).Where(static row => row.Item1 == ClientWiring.AddTrackly && row.Item3 == TracklyRetryMode.AtLeastOnce))
                rows.Add(name, Successes.Contains(name) ? "1/1 accepted" : TooDeep.Contains(name) ? "1/1 Response Unknown" : expected);
            return rows;
        }
    }

    public static TheoryData<string> Reads =>
    [
        nameof(ConnectionFaults.CloseAfterHead), nameof(ConnectionFaults.ResetAfterHead), nameof(ConnectionFaults.CloseAfterBody), nameof(ConnectionFaults.ResetAfterBody),
        nameof(BrokenResponses.NotHttp), nameof(BrokenResponses.TruncatedHeadThenClose), nameof(BrokenResponses.TruncatedHeadThenReset), nameof(BrokenResponses.TruncatedErrorThenClose),
        nameof(HostileResponses.EndlessHeaders), nameof(HostileResponses.GzipBombError), nameof(PlainResponses.InternalServerError), nameof(PlainResponses.BadGatewayHtml),
        nameof(PlainResponses.ServiceUnavailable), nameof(PlainResponses.GatewayTimeout), nameof(PlainResponses.RequestTimeout), nameof(PlainResponses.TooEarly),
        nameof(PlainResponses.TooManyRequests), nameof(RetryAfterResponses.TooManyRequestsRetryAfter), nameof(RetryAfterResponses.ServiceUnavailableRetryAfter),
    ];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task UpdateFieldsAsync_EachFault_IsRepeatedWhereverThatCanHelp(string name, string expected)
    {
        var fault = Faults.Find(name);
        var clock = new TestClock();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(fault), clock);
        using var client = new WiredClient(ClientWiring.AddTrackly, server.BaseAddress, clock, static options => options.Retry.Mode = TracklyRetryMode.AtMostOnce);

        var (result, attempts) = await DescribeAsync(client.RunAsync(static client => client.Contacts.UpdateFieldsAsync(Change, Canceled), attempt => FaultTheoryTests.IsSilent(fault, server, client, attempt)));
        await server.WaitUntilIdleAsync(Canceled);

        // A success does not tell its attempts.
        $"{attempts ?? server.Log.Heads}/{server.Log.Received.Count} {result}".Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task GetAsync_AFaultAndThenAResponse_ReturnsTheContact(string name)
    {
        var clock = new TestClock();
        var found = new Fault("Found") { Response = ScriptedResponse.CreateJson(200, $$"""{ "phone_number": "{{Some.Recipient}}", "lists": [] }""") };
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(name), found), clock);
        using var client = new WiredClient(ClientWiring.AddTrackly, server.BaseAddress, clock, static options => options.Retry.Mode = TracklyRetryMode.AtMostOnce);

        var contact = await client.RunAsync(static client => client.Contacts.GetAsync(Some.Recipient, Canceled), static _ => false);

        contact!.PhoneNumber.Should().Be(Some.Recipient);
        server.Log.Heads.Should().Be(2);
        server.Log.GetText().Should().Contain("GET /api/v2/contacts/%2B14155551234 HTTP/1.1");
    }

    private static async Task<(string Result, int? Attempts)> DescribeAsync(Task<UpdateContactFieldsResponse> call)
    {
        try
        {
            await call;
            return ("accepted", null);
        }
        catch (TracklyException exception)
        {
            var name = exception.GetType().Name;
            return ($"{name.Substring("Trackly".Length, name.Length - "TracklyException".Length)} {exception.Outcome}", exception.Attempts.Count);
        }
    }
}
