using System.Net;
using FaultLab;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Handlers between the client and the SDK's own handler may read, respond or throw: only what happens on the network counts.</summary>
public sealed class HandlersBetweenTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HandlerThatReadsTheBody_DoesNotChangeTheOutcomeOfALostResponse()
    {
        await using var server = FaultServer.Start(ConnectionFaults.ResetAfterBody);

        var exception = await FailAsync<TracklyConnectionException>(server, async (request, next) =>
        {
            using var copy = new MemoryStream();
            await request.Content!.CopyToAsync(copy, Canceled);
            await request.Content!.CopyToAsync(copy, Canceled);
            return await next(request);
        });
        await server.WaitUntilIdleAsync(Canceled);

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        server.Log.Received.Should().HaveCount(1);
    }

    [Fact]
    public async Task HandlerThatReadsTheBodyAndThrows_IsNotSent()
    {
        await using var server = FaultServer.Start();

        var exception = await FailAsync<TracklyConnectionException>(server, async (request, _) =>
        {
            await request.Content!.ReadAsStringAsync(Canceled);
            throw new InvalidOperationException("The token service is down.");
        });

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        server.Log.Connections.Should().Be(0);
    }

    [Fact]
    public async Task HandlerThatRespondsWhileTheMessageIsBeingSent_IsNotBelieved()
    {
        await using var server = FaultServer.Start(ConnectionFaults.HangAfterBody);

        var exception = await FailAsync<TracklyConnectionException>(server, async (request, next) =>
        {
            _ = next(request);
            await server.WaitForAsync(log => log.Received.Count == 1, Canceled);
            return new HttpResponseMessage(HttpStatusCode.RequestTimeout);
        });

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Attempts.Should().ContainSingle().Which.StatusCode.Should().BeNull();
        exception.InnerException!.Message.Should().Be("A handler returned its own response although the transmission had started.");
    }

    [Fact]
    public async Task HandlerThatSendsACopyWithoutOptions_IsNamedAsTheCause()
    {
        await using var server = FaultServer.Start();

        var exception = await FailAsync<TracklyConnectionException>(server, async (request, next) =>
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
            foreach (var header in request.Headers)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return await next(copy);
        });

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Message.Should().StartWith("A handler sent a copy of the request without its options")
            .And.Contain("Copy HttpRequestMessage.Options along, or send the request itself.");
        exception.Attempts.Should().OnlyContain(static attempt => attempt.Failure == SendFailure.Repeated);
        server.Log.Connections.Should().Be(0);
    }

    [Fact]
    public async Task HandlerThatChangesTheAddress_IsRefusedBeforeTheKeyIsAdded()
    {
        await using var other = FaultServer.Start();
        await using var server = FaultServer.Start();

        var exception = await FailAsync<TracklyConnectionException>(server, (request, next) =>
        {
            request.RequestUri = new Uri(other.BaseAddress, "v2/send");
            return next(request);
        });

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Message.Should().StartWith("A handler changed the address or the method of the request.");
        other.Log.Connections.Should().Be(0);
    }

    [Theory]
    [InlineData("PUT", true)]
    [InlineData("POST", false)]
    public async Task HandlerThatChangesTheMethodOrRemovesTheAddress_IsRefusedBeforeTheKeyIsAdded(string method, bool keepsAddress)
    {
        await using var server = FaultServer.Start();

        var exception = await FailAsync<TracklyConnectionException>(server, (request, next) =>
        {
            request.Method = new HttpMethod(method);
            request.RequestUri = keepsAddress ? request.RequestUri : null;
            return next(request);
        });

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Message.Should().StartWith("A handler changed the address or the method of the request.");
        server.Log.Connections.Should().Be(0);
    }

    [Fact]
    public async Task HandlerThatReadsTheBodyAfterTheResponse_ReadsIt()
    {
        await using var server = FaultServer.Start(PlainResponses.ListNotFound);
        string? read = null;

        await FailAsync<TracklyListNotFoundException>(server, async (request, next) =>
        {
            var response = await next(request);
            read = await request.Content!.ReadAsStringAsync(Canceled);
            return response;
        });

        read.Should().Contain(Some.Recipient);
    }

    [Fact]
    public async Task HandlerThatReadsTheResponse_ReadsIt()
    {
        await using var server = FaultServer.Start(PlainResponses.ListNotFound);
        string? read = null;

        await FailAsync<TracklyListNotFoundException>(server, async (request, next) =>
        {
            var response = await next(request);
            read = await response.Content.ReadAsStringAsync(Canceled);
            return response;
        });

        read.Should().Contain("list_not_found");
    }

    [Fact]
    public async Task HandlerThatReadsTheBodyAndThrows_BesideTheLoggersOfTheFactory_IsNotSent()
    {
        using var wire = new StubHandler();
        var services = new ServiceCollection();
        services.AddTrackly(static options => (options.ApiKey, options.Retry.MaxRetryAttempts) = (Some.Key, 0)).AddDefaultLogger()
            .ConfigurePrimaryHttpMessageHandler(() => wire)
            .AddHttpMessageHandler(static () => new StubHostHandler(static async (request, _) =>
            {
                await request.Content!.ReadAsStringAsync(Canceled);
                throw new InvalidOperationException("The token service is down.");
            }));
        await using var provider = services.BuildServiceProvider();
        var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        (await send.Should().ThrowAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.NotSent);
    }

    [Fact]
    public async Task PrimaryHandlerOfTheHostsDefaults_IsKept()
    {
        using var wire = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => wire));
        services.AddTrackly(options => options.ApiKey = Some.Key);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        wire.Requests.Should().ContainSingle();
    }

    private static async Task<TException> FailAsync<TException>(
        FaultServer server, Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler)
        where TException : TracklyException
    {
        var services = new ServiceCollection();
        services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress) = (Some.Key, server.BaseAddress);
            (options.Retry.Mode, options.Retry.BaseDelay, options.Retry.MaxRetryAttempts) = (TracklyRetryMode.AtMostOnce, TimeSpan.FromMilliseconds(1), 1);
        }).AddHttpMessageHandler(() => new StubHostHandler(handler));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();
        var send = () => client.SendAsync(Some.Request(), Canceled);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
    }
}
