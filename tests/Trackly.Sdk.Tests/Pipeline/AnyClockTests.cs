using System.Net;
using System.Net.Sockets;
using System.Text;
using CsCheck;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Whatever the clock, a handler and a server do: a call ends with its response or with an exception of the family.</summary>
public sealed class AnyClockTests
{
    private static readonly Gen<Act> Acts = Gen.Enum<Act>();

    private static readonly Gen<Call> Calls = Gen.Select(
        Gen.Int, Acts.Array[1, 4], Gen.Double[0.02, 60], Gen.Double[0.02, 60], Gen.Double[0.001, 5], Gen.Int[0, 4], Gen.Enum<TracklyRetryMode>(), Gen.Int[0, 300],
        static (seed, acts, timeout, attemptTimeout, delay, retries, mode, cancel) => new Call(seed, acts, timeout, attemptTimeout, delay, retries, mode, cancel));

    private enum Act
    {
        Accept,
        RespondLate,
        AskToComeBack,
        AskForADate,
        Fail,
        Reject,
        BreakOff,
        Lose,
        Refuse,
        ThrowAnything,
        ThrowTimeout,
        Stall,
        IgnoreItsToken,
        ReturnNothing,
        MoveTheClock,
    }

    [Fact]
    public async Task SendAsync_ClockThatStepsAtEveryRead_EndsWithinTheFamily()
    {
        // The same calls in every run.
        var random = new PCG(stream: 8_305, seed: 7);
        for (var i = 0; i < 2000; i++)
        {
            var call = Calls.Generate(random, min: null, out _);
            (await SendAsync(call)).Should().BeTrue("call {0} is {1} with {2}", i, call, string.Join(", ", call.Acts));
        }
    }

    private static async Task<bool> SendAsync(Call call)
    {
        var clock = new SteppingClock(call.Seed);
        using var handler = new AnyHandler(call.Acts, clock);
        using var httpClient = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var source = new CancellationTokenSource();
        using var client = new TracklyClient(httpClient, CreateOptions(call), timeProvider: clock);
        var sending = Task.Run(() => client.SendAsync(Some.Request(), source.Token));
        for (var reads = 0; !sending.IsCompleted; reads++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.GetTimestamp();
            if (reads == call.CancelAfter)
                await source.CancelAsync();
            await Task.Yield();
        }

        return await IsOfTheFamilyAsync(sending, source.IsCancellationRequested);
    }

    private static TracklyClientOptions CreateOptions(Call call) => Some.Options(options =>
    {
        options.Timeout = TimeSpan.FromSeconds(call.Timeout);
        options.AttemptTimeout = TimeSpan.FromSeconds(Math.Min(call.AttemptTimeout, call.Timeout));
        (options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.FromSeconds(call.BaseDelay), TimeSpan.FromSeconds(call.BaseDelay + 10));
        (options.Retry.MaxRetryAttempts, options.Retry.Mode) = (call.Retries, call.Mode);
    });

    private static async Task<bool> IsOfTheFamilyAsync(Task<SendResponse> sending, bool isCanceled)
    {
        try
        {
            return (await sending).Attempts.Count > 0;
        }
        catch (TracklyException exception)
        {
            return Enum.IsDefined(exception.Outcome) && exception.Outcome != SendOutcome.Accepted;
        }
        catch (TracklyCanceledException)
        {
            return isCanceled;
        }
    }

    private sealed record Call(int Seed, Act[] Acts, double Timeout, double AttemptTimeout, double BaseDelay, int Retries, TracklyRetryMode Mode, int CancelAfter);

    private sealed class AnyHandler(Act[] acts, SteppingClock clock) : HttpMessageHandler
    {
        private int _attempts;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var act = acts[Math.Min(_attempts++, acts.Length - 1)];
            if (act is not (Act.Refuse or Act.Stall))
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            switch (act)
            {
                case Act.Accept:
                    return Respond(200, Some.QueuedJson);
                case Act.RespondLate:
                    await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
                    return Respond(200, Some.QueuedJson);
                case Act.AskToComeBack:
                    return Respond(429, "", "1.5");
                case Act.AskForADate:
                    return Respond(503, "", "Sun, 01 Mar 2026 12:00:00 GMT");
                case Act.Fail:
                    return Respond(500, "{}");
                case Act.Reject:
                    return Respond(400, """{"error":"no","code":"invalid_phone"}""");
                case Act.BreakOff:
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) };
                case Act.Lose:
                    throw new HttpRequestException("lost", new IOException());
                case Act.Refuse:
                    throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
                case Act.ThrowAnything:
                    throw new ArgumentOutOfRangeException(nameof(request));
                case Act.ThrowTimeout:
                    throw new TaskCanceledException("a handler's", new TimeoutException());
                case Act.IgnoreItsToken:
                    return await new TaskCompletionSource<HttpResponseMessage>().Task;
                case Act.ReturnNothing:
                    return null!;
                case Act.MoveTheClock:
                    for (var reads = 0; reads < 100; reads++)
                        clock.GetTimestamp();
                    return Respond(200, Some.QueuedJson);
                default:
                    return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
            }
        }

        private static HttpResponseMessage Respond(int status, string body, string? retryAfter = null)
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
