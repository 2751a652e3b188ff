using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>A client over a <see cref="StreamServer"/>, and the results of its streams.</summary>
internal sealed class StreamClientUnderTest : IDisposable
{
    /// <summary>Only a broken client reaches it.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(60);

    private readonly HttpClient _httpClient;

    public StreamClientUnderTest(
        Func<string, CancellationToken, Task<HttpResponseMessage?>>? respond = null, TimeProvider? clock = null, Action<TracklyClientOptions>? configure = null)
    {
        Server = new StreamServer(respond);
        _httpClient = new HttpClient(Server) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new TracklyClient(_httpClient, Some.Options(configure), timeProvider: clock);
    }

    public StreamServer Server { get; }

    public TracklyClient Client { get; }

    /// <summary>Options without a pace, which tests of other things would wait for.</summary>
    public static SendManyOptions Options(int maxConcurrency = 4) => new() { MaxConcurrency = maxConcurrency, MaxPerMinutePerList = null };

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The results by index, and what the stream threw after them. Null when it threw nothing.</returns>
    public static async Task<(IReadOnlyList<SendResult> Results, Exception? End)> ReadAsync(IAsyncEnumerable<SendResult> stream, Action<SendResult>? onResult = null)
    {
        List<SendResult> results = [];
        async Task<Exception?> ReadToEndAsync()
        {
            try
            {
                await foreach (var result in stream)
                {
                    results.Add(result);
                    onResult?.Invoke(result);
                }

                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        var end = await ReadToEndAsync().WaitAsync(MaxDuration, TestContext.Current.CancellationToken);
        return ([.. results.OrderBy(static result => result.Index)], end);
    }

    public void Dispose()
    {
        Client.Dispose();
        _httpClient.Dispose();
        Server.Dispose();
    }
}
