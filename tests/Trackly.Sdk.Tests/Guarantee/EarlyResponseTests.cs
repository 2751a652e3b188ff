using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A final response counts although the body of the request is still being written.</summary>
public sealed class EarlyResponseTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<ClientWiring, string, string> Rows { get; } =
    [
        .. from wiring in Enum.GetValues<ClientWiring>()
           from row in new[]
           {
               (nameof(EarlyResponses.PayloadTooLargeBeforeBody), "1 PayloadTooLarge Rejected"),
               (nameof(EarlyResponses.PayloadTooLargeThenClose), "1 PayloadTooLarge Rejected"),
               (nameof(EarlyResponses.PayloadTooLargeThenReset), "1 PayloadTooLarge Rejected"),
               (nameof(EarlyResponses.InvalidApiKeyThenReset), "1 Authentication Rejected"),
               (nameof(EarlyResponses.TooManyRequestsThenReset), "2 RateLimit NotSent"),
               (nameof(EarlyResponses.InvalidApiKeyThenClose), "1 Authentication Rejected"),
               (nameof(EarlyResponses.TooManyRequestsThenClose), "2 RateLimit NotSent"),
           }
           select (wiring, row.Item1, row.Item2),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task FinalResponse_BeforeTheEndOfTheBody_Counts(ClientWiring wiring, string name, string expected)
    {
        await using var server = FaultServer.Start(Faults.Find(name));
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock());

        // Longer than all buffers of the connection, so that the client cannot finish writing before the server responds.
        var (result, _, attempts) = await client.DescribeSendAsync(_ => false, Some.Request() with { Body = new string('x', 4_900_000) });

        $"{attempts.Count} {result}".Should().Be(expected);
        server.Log.Received.Should().BeEmpty();
    }
}
