using System.Net.Sockets;
using System.Security.Authentication;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>Whatever the network, or a handler of the host, throws: the caller sees the family.</summary>
public sealed class TracklyConnectionExceptionTests
{
    public static TheoryData<Exception> Faults =>
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
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_AFaultBeforeTheBody_IsNotSent(Exception fault)
    {
        var exception = await FailureOf(fault, readsBody: false);

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.InnerException.Should().BeSameAs(fault);
        exception.Attempts.Should().ContainSingle().Which.Progress.Should().Be(AttemptProgress.NeverStarted);
        exception.Message.Should().Contain("Nothing is queued: the same request may be sent again");
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_AFaultAfterTheBody_IsUnknown(Exception fault)
    {
        var exception = await FailureOf(fault, readsBody: true);

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.InnerException.Should().BeSameAs(fault);
        exception.Attempts.Should().ContainSingle().Which.Progress.Should().Be(AttemptProgress.BodyStarted);
        exception.Message.Should().Contain("may be queued");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendAsync_ATimeoutOfAHandler_IsATimeout(bool polly)
    {
        var exception = await FailureOf(polly ? new TimeoutRejectedException() : new OperationCanceledException(), readsBody: true);

        exception.Should().BeOfType<TracklyTimeoutException>();
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Timeout);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_NamesTheHost()
    {
        var exception = await FailureOf(new HttpRequestException("Connection refused"), readsBody: false);

        exception.Should().BeOfType<TracklyConnectionException>();
        exception.Message.Should().StartWith("No connection to app.tracklysms.com could be used.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Connection);
    }

    private static async Task<TracklyConnectionException> FailureOf(Exception fault, bool readsBody)
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Then(readsBody, _ => throw fault);

        var send = async () => await client.SendAsync();
        return (await send.Should().ThrowAsync<TracklyConnectionException>()).Which;
    }
}
