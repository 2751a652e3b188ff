using System.Net;
using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Over HTTP/2, too, neither key nor message reaches the target of a redirect.</summary>
public sealed class Http2RedirectTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Rows { get; } =
    [
        .. from wiring in RedirectedClient.Wirings
           where wiring is not "constructor"
           from response in new[]
           {
               nameof(Http2Faults.Found), nameof(Http2Faults.FoundOnHead), nameof(Http2Faults.TemporaryRedirect), nameof(Http2Faults.TemporaryRedirectOnHead),
           }
           from expectsContinue in new[] { false, true }
           let isOnHead = response.EndsWith("OnHead", StringComparison.Ordinal)
           // A server that wants the body must ask a client that expects 100 Continue for it, which this one cannot.
           where isOnHead || !expectsContinue
           // The client refuses an HttpClient that expects 100 Continue.
           where !(expectsContinue && wiring.StartsWith("HttpClient", StringComparison.Ordinal))
           select (wiring, response, expectsContinue),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Redirect_CarriesNeitherKeyNorMessageToItsTarget(string wiring, string response, bool expectsContinue)
    {
        await using var target = Http2FaultServer.Start();
        await using var server = Http2FaultServer.Start(target.BaseAddress, Http2Faults.Find(response));
        using var client = new RedirectedClient(wiring, server.BaseAddress, expectsContinue, HttpVersion.Version20);

        var send = () => client.Client.SendAsync(Some.Request() with { Body = new string('x', 3_000) }, Canceled);
        await send.Should().ThrowAsync<TracklyException>();
        await server.WaitUntilIdleAsync(Canceled);
        await target.WaitUntilIdleAsync(Canceled);

        server.Log.GetText().Should().Contain(Some.Key, "HttpClient does not compress the values of headers");
        target.Log.GetText().Should().NotContain(Some.Key).And.NotContain(Some.Recipient).And.NotContain("xxx");
    }
}
