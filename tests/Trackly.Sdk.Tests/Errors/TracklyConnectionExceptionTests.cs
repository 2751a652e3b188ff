using System.Net.Sockets;
using System.Security.Authentication;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>Any exception of the network or of a host's handler reaches the caller as an exception of the SDK.</summary>
public sealed class TracklyConnectionExceptionTests
{
    public static TheoryData<Exception> Exceptions =>
    [
        new HttpRequestException("Name or service not known", new SocketException((int)SocketError.HostNotFound)),
        new HttpRequestException("The SSL connection could not be established", new AuthenticationException()),
        new HttpRequestException("The proxy tunnel request failed"),
        new IOException("Broken pipe"),
        new InvalidOperationException("A handler of the host"),
        new ObjectDisposedException("HttpClient"),
        new BrokenCircuitException(),
        new NotSupportedException(),
        new OperationCanceledException(),
        new TimeoutRejectedException(),
    ];

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_ExceptionBeforeTheBody_IsNotSent(Exception thrown)
    {
        var exception = await GetExceptionAsync(thrown, readsBody: false);

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.InnerException.Should().BeSameAs(thrown);
        exception.Attempts.Should().ContainSingle().Which.Progress.Should().Be(AttemptProgress.NeverStarted);
        exception.Message.Should().Contain(thrown is ObjectDisposedException or { InnerException: AuthenticationException }
            ? "Nothing was sent, and no repeat helps until that is fixed." : "Nothing is queued: the same request may be sent again");
    }

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_ExceptionAfterTheBody_IsUnknown(Exception thrown)
    {
        var exception = await GetExceptionAsync(thrown, readsBody: true);

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.InnerException.Should().BeSameAs(thrown);
        exception.Attempts.Should().ContainSingle().Which.Progress.Should().Be(AttemptProgress.BodyStarted);
        exception.Message.Should().Contain("may be queued");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendAsync_ATimeoutOfAHandler_IsATimeout(bool polly)
    {
        var exception = await GetExceptionAsync(polly ? new TimeoutRejectedException() : new OperationCanceledException(), readsBody: true);

        exception.Should().BeOfType<TracklyTimeoutException>();
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Timeout);
    }

    [Fact]
    public async Task SendAsync_ConnectionRefused_NamesTheHost()
    {
        var exception = await GetExceptionAsync(new HttpRequestException("Connection refused"), readsBody: false);

        exception.Should().BeOfType<TracklyConnectionException>();
        exception.Message.Should().StartWith("No connection to app.tracklysms.com could be used.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Connection);
    }

    private static async Task<TracklyConnectionException> GetExceptionAsync(Exception thrown, bool readsBody)
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Then(readsBody, _ => throw thrown);

        var send = async () => await client.SendAsync();
        return (await send.Should().ThrowAsync<TracklyConnectionException>()).Which;
    }
}
