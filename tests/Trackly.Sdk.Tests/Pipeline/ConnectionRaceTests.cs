using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using FaultLab;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A name with several addresses: the living one is reached within the first attempt.</summary>
public sealed class ConnectionRaceTests
{
    private static readonly IPAddress[] V6 = [IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"), IPAddress.Parse("2001:db8::3")];
    private static readonly IPAddress[] V4 = [IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2")];

    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<IPAddress> _started = [];
    private readonly ConcurrentDictionary<IPAddress, TaskCompletionSource<Stream>> _connections = [];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_FirstAddressIsDead_TheNextStartsAfter250MillisecondsAndWins()
    {
        var connecting = ConnectAsync(Canceled, V6[0], V4[0]);
        _clock.Advance(ConnectionRace.Delay - TimeSpan.FromMilliseconds(1));
        _started.Should().Equal(V6[0]);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await WaitForStartsAsync(2, isLast: true);
        var living = new MemoryStream();
        _connections[V4[0]].SetResult(living);

        (await connecting).Should().BeSameAs(living);
        _started.Should().Equal(V6[0], V4[0]);
        _connections[V6[0]].Task.IsCanceled.Should().BeTrue("nobody waits for it any more");
    }

    [Fact]
    public async Task Connect_FirstAddressFails_TheNextStartsAtOnce()
    {
        var connecting = ConnectAsync(Canceled, V6[0], V4[0]);

        Fail(V6[0], SocketError.NetworkUnreachable);
        await WaitForStartsAsync(2, isLast: true);
        _connections[V4[0]].SetResult(Stream.Null);

        (await connecting).Should().BeSameAs(Stream.Null);
    }

    [Fact]
    public async Task Connect_AddressesOfBothFamilies_TakesTurns()
    {
        var connecting = ConnectAsync(Canceled, [.. V6, .. V4]);
        for (var started = 1; started < 5; started++)
        {
            await WaitForStartsAsync(started, isLast: false);
            _clock.Advance(ConnectionRace.Delay);
        }

        await WaitForStartsAsync(5, isLast: true);
        _started.Should().Equal(V6[0], V4[0], V6[1], V4[1], V6[2]);
        _connections[V6[0]].SetResult(Stream.Null);
        (await connecting).Should().BeSameAs(Stream.Null, "an early address may still win");
    }

    [Fact]
    public async Task Connect_EveryAddressFails_SaysWhatTheLastOneMet()
    {
        var connecting = ConnectAsync(Canceled, V6[0], V4[0]);
        Fail(V6[0], SocketError.NetworkUnreachable);
        await WaitForStartsAsync(2, isLast: true);
        Fail(V4[0], SocketError.ConnectionRefused);

        (await connecting.Awaiting(static it => it).Should().ThrowExactlyAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task Connect_NameWithoutAddress_IsNotFound() =>
        (await this.Awaiting(static it => it.ConnectAsync(Canceled)).Should().ThrowExactlyAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.HostNotFound);

    [Fact]
    public async Task Connect_Canceled_EndsEveryConnection()
    {
        using var source = new CancellationTokenSource();
        var connecting = ConnectAsync(source.Token, V6[0], V4[0], V4[1]);
        _clock.Advance(ConnectionRace.Delay);
        await WaitForStartsAsync(2, isLast: false);

        await source.CancelAsync();

        await connecting.Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>();
        _started.Should().HaveCount(2, "no further address is tried");
        _connections.Values.Should().OnlyContain(static connection => connection.Task.IsCanceled);
    }

    [Fact]
    public async Task Connect_ConnectionThatComesTooLate_IsClosed()
    {
        var (late, isClosed) = (new TaskCompletionSource<Stream>(), new TaskCompletionSource());
        var race = new ConnectionRace(
            static (_, _) => Task.FromResult(V4), (endPoint, _) => endPoint.Address.Equals(V4[0]) ? late.Task : Task.FromResult(Stream.Null), _clock);
        var connecting = race.ConnectAsync(new DnsEndPoint("trackly.test", 443), Canceled).AsTask();
        _clock.Advance(ConnectionRace.Delay);
        await connecting;

        late.SetResult(new ClosingStream(isClosed));

        await isClosed.Task.WaitAsync(Canceled);
    }

    [Fact]
    public void Connect_FirstAddressFails_ItsExceptionIsObserved()
    {
        var unobserved = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> keep = (_, occurred) => unobserved.Enqueue(occurred.Exception.InnerException!.Message);
        TaskScheduler.UnobservedTaskException += keep;
        try
        {
            ConnectPastAFailure("lost the race");
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= keep;
        }

        unobserved.Should().NotContain("lost the race");
    }

    [Fact]
    public async Task SendAsync_TwoAddressesAndTheFirstIsDead_IsAcceptedInTheFirstAttempt()
    {
        await using var server = FaultServer.Start();
        var dead = new TaskCompletionSource<Stream>();
        var race = new ConnectionRace(
            static (name, _) => Task.FromResult<IPAddress[]>(name == "trackly.test" ? [V6[0], IPAddress.Loopback] : []),
            async (endPoint, token) => endPoint.Address.Equals(IPAddress.Loopback) ? await OpenAsync(endPoint, token) : await dead.Task.WaitAsync(token), _clock);
        using var client = Create(race, new UriBuilder(server.BaseAddress) { Host = "trackly.test" }.Uri);
        var call = client.SendAsync(Some.Request(), Canceled);

        await WaitForAsync(() => _clock.Waits.Any(static wait => wait.Wait == ConnectionRace.Delay));
        _clock.Advance(ConnectionRace.Delay);

        (await call).Attempts.Should().ContainSingle();
        server.Log.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_EveryAddressIsDead_IsAConnectTimeout()
    {
        var race = new ConnectionRace(
            static (_, _) => Task.FromResult(V4), static async (_, token) => await new TaskCompletionSource<Stream>().Task.WaitAsync(token), _clock);
        using var client = Create(race, new Uri("https://trackly.test/api/"));
        var call = client.SendAsync(Some.Request(), Canceled);
        await WaitForAsync(() => _clock.Waits.Any(static wait => wait.Wait == ConnectionRace.Delay));

        _clock.Advance(TimeSpan.FromSeconds(15));

        var exception = (await call.Awaiting(static it => it).Should().ThrowExactlyAsync<TracklyTimeoutException>()).Which;
        exception.Message.Should().Be(
            "No connection to trackly.test within AttemptTimeout (15 s). Check the network, the firewall and BaseAddress. Nothing is queued: the same request may be sent again.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.ConnectTimeout);
    }

    [Theory]
    [InlineData("EMULATOR.LOCALHOST")]
    [InlineData("EMULATOR.LOCALHOST.")]
    public async Task Resolve_ANameBelowLocalhostInAnyCase_IsThisMachine(string name) =>
        (await LoopbackAddress.ResolveAsync(name, Canceled)).Should().Equal(IPAddress.IPv6Loopback, IPAddress.Loopback);

    [Fact]
    public void DefaultConnections_RaceOnOurHandler() => ((SocketsHttpHandler)DefaultConnections.CreateHandler()).ConnectCallback.Should().NotBeNull();

    /// <summary>Otherwise the operating system can delay a small message by up to 40 ms.</summary>
    [Fact]
    public async Task Connect_OverTheNetwork_SendsSmallMessagesAtOnce()
    {
        await using var server = FaultServer.Start();

        await using var connection = await ConnectionRace.Default.ConnectAsync(new DnsEndPoint("127.0.0.1", server.BaseAddress.Port), Canceled);

        connection.Should().BeOfType<NetworkStream>().Which.Socket.NoDelay.Should().BeTrue();
    }

    // In a method of its own, so that nothing refers to the failed task afterwards.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ConnectPastAFailure(string failure) => new ConnectionRace(
        static (_, _) => Task.FromResult(V4),
        (endPoint, _) => endPoint.Address.Equals(V4[0]) ? Task.FromException<Stream>(new IOException(failure)) : Task.FromResult(Stream.Null),
        _clock).ConnectAsync(new DnsEndPoint("trackly.test", 443), Canceled).AsTask().GetAwaiter().GetResult();

    private TracklyClient Create(ConnectionRace race, Uri address)
    {
        var handler = (SocketsHttpHandler)DefaultConnections.CreateHandler();
        handler.ConnectCallback = (context, token) => race.ConnectAsync(context.DnsEndPoint, token);
        handler.UseProxy = false;
        var options = Some.Options(options =>
        {
            (options.BaseAddress, options.AllowInsecureHttp) = (address, true);
            options.Retry.MaxRetryAttempts = 0;
        });
        return new TracklyClient(new HttpClient(new SingleTransmissionHandler(handler)) { Timeout = Timeout.InfiniteTimeSpan }, options, timeProvider: _clock);
    }

    private Task<Stream> ConnectAsync(CancellationToken cancellationToken, params IPAddress[] addresses) =>
        new ConnectionRace((_, _) => Task.FromResult(addresses), StartAsync, _clock).ConnectAsync(new DnsEndPoint("trackly.test", 443), cancellationToken).AsTask();

    private Task<Stream> StartAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var connection = _connections.GetOrAdd(endPoint.Address, static _ => new());
        cancellationToken.Register(() => connection.TrySetCanceled(cancellationToken));
        _started.Enqueue(endPoint.Address);
        return connection.Task;
    }

    private void Fail(IPAddress address, SocketError error) => _connections[address].SetException(new SocketException((int)error));

    /// <summary>Waits until so many connections have started, and the wait for the next one too if there is one.</summary>
    private Task WaitForStartsAsync(int count, bool isLast) =>
        WaitForAsync(() => _started.Count == count && (isLast || _clock.Waits.Count(static wait => wait.Wait == ConnectionRace.Delay) == count));

    private static Task WaitForAsync(Func<bool> condition) => WaitLimit.YieldUntilAsync(condition, "the race goes on");

    private static async Task<Stream> OpenAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private sealed class ClosingStream(TaskCompletionSource closed) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
