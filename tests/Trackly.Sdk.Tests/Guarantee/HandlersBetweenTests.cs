using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Handlers between the client and the guard may read, answer or break as they like: only what happened on the wire counts.</summary>
public sealed class HandlersBetweenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HandlersThatReadTheBody_DoNotMakeALostAnswerNotSent()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.ResetAfterBody);

        var failure = await FailAsync<TracklyConnectionException>(lab, async (request, next) =>
        {
            using var copy = new MemoryStream();
            await request.Content!.CopyToAsync(copy, Cancelled);
            await request.Content!.CopyToAsync(copy, Cancelled);
            return await next(request);
        });
        await lab.SettleAsync(Cancelled);

        failure.Outcome.Should().Be(SendOutcome.Unknown);
        lab.Ledger.Received.Should().HaveCount(1);
    }

    [Fact]
    public async Task AHandlerThatReadsTheBodyAndBreaksBeforeTheWire_IsNotSent()
    {
        await using var lab = FaultLabServer.Start();

        var failure = await FailAsync<TracklyConnectionException>(lab, async (request, _) =>
        {
            await request.Content!.ReadAsStringAsync(Cancelled);
            throw new InvalidOperationException("The token service is down.");
        });

        failure.Outcome.Should().Be(SendOutcome.NotSent);
        lab.Ledger.Connections.Should().Be(0);
    }

    [Fact]
    public async Task AHandlerThatAnswersWhileTheMessageIsOnTheWire_IsNotBelieved()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.HangAfterBody);

        var failure = await FailAsync<TracklyConnectionException>(lab, async (request, next) =>
        {
            _ = next(request);
            await lab.SeesAsync(ledger => ledger.Received.Count == 1, Cancelled);
            return new HttpResponseMessage(HttpStatusCode.RequestTimeout);
        });

        failure.Outcome.Should().Be(SendOutcome.Unknown);
        failure.Attempts.Should().ContainSingle().Which.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task ThePrimaryHandlerThatAHostGivesToEveryClient_IsKept()
    {
        using var wire = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => wire));
        services.AddTrackly(options => options.ApiKey = Some.Key);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Cancelled);

        wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ALargeMessageRefused_IsReportedWithoutTheServersText()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(413, """{"error":"This is too large","code":"payload_too_large"}""");

        var failure = await client.FailAsync<TracklyPayloadTooLargeException>(Some.Request() with { Body = new string('x', 4 * 1024 * 1024) });

        failure.Message.Should().Contain("\"***\"").And.NotContain("This is too large");
        failure.ErrorMessage.Should().Be("This is too large");
    }

    private static async Task<TException> FailAsync<TException>(
        FaultLabServer lab, Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler)
        where TException : TracklyException
    {
        var services = new ServiceCollection();
        services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress) = (Some.Key, lab.BaseAddress);
            (options.Retry.Mode, options.Retry.BaseDelay, options.Retry.MaxRetryAttempts) = (TracklyRetryMode.AtMostOnce, TimeSpan.FromMilliseconds(1), 1);
        }).AddHttpMessageHandler(() => new Between(handler));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();
        var send = () => client.SendAsync(Some.Request(), Cancelled);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
    }

    private sealed class Between(Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            handler(request, sent => base.SendAsync(sent, cancellationToken));
    }
}
