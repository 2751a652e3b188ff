using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A handler of the host, between the client and the SDK's own handler, that runs a function of the test. The function's second argument passes a request on.</summary>
internal sealed class StubHostHandler(Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler) : DelegatingHandler
{
    /// <summary>Sends a message through a handler, in one attempt, and returns the exception.</summary>
    public static async Task<TException> FailAsync<TException>(
        StubHandler wire, Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler)
        where TException : TracklyException
    {
        var services = new ServiceCollection();
        services.AddTrackly(static options => (options.ApiKey, options.Retry.MaxRetryAttempts) = (Some.Key, 0))
            .ConfigurePrimaryHttpMessageHandler(() => wire).AddHttpMessageHandler(() => new StubHostHandler(handler));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();
        var send = () => client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        handler(request, sent => base.SendAsync(sent, cancellationToken));
}
