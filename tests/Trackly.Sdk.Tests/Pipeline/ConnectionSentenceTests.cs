using System.Net.Sockets;
using System.Security.Authentication;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>What an exception says about a connection that was not made, and what to check.</summary>
public sealed class ConnectionSentenceTests
{
    public static TheoryData<Exception, string> Exceptions => new()
    {
        { Wrap(new SocketException((int)SocketError.HostUnreachable)), "No route leads to *. Check the network, the firewall and BaseAddress. *" },
        { Wrap(new SocketException((int)SocketError.TimedOut)), "No connection to * within the time that the operating system allows. Check the network, the firewall and BaseAddress. *" },
        { new TaskCanceledException("", new TimeoutException("ConnectTimeout")), "No connection to * within the timeout of a handler around the client. Check the network, *" },
        {
            Wrap(new AuthenticationException()),
            "No secure connection to *: this machine does not trust its certificate, or what listens there does not speak TLS. "
                + "Check BaseAddress, and the clock and trusted certificates of this machine. *"
        },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public async Task AConnectionThatIsNotMade_IsExplained_WithWhatToCheck(Exception exception, string sentence)
    {
        using var client = new ClientUnderTest(static options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Then(readsBody: false, _ => throw exception);

        await client.Awaiting(static it => it.SendAsync()).Should().ThrowAsync<TracklyException>().WithMessage(sentence);
    }

    private static HttpRequestException Wrap(Exception inner) => new("wrapped", inner);
}
