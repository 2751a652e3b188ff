namespace Trackly.Sdk.Pipeline;

/// <summary>Keeps a client of the factory for a while: making one costs about as much as carrying a message. Its handlers still change when the factory renews them.</summary>
internal sealed class FactoryClient(IHttpClientFactory factory, string name, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private volatile Made? _last;

    public HttpClient Current
    {
        get
        {
            if (_last is { } last && clock.GetElapsedTime(last.At) < Kept)
                return last.Client;
            var made = new Made(factory.CreateClient(name), clock.GetTimestamp());
            _last = made;
            return made.Client;
        }
    }

    private sealed class Made(HttpClient client, long at)
    {
        public HttpClient Client => client;

        public long At => at;
    }
}
