namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Keeps a client of the factory for ten seconds: creating one costs a sixth of a whole send. Its handlers still change when the factory renews them.
/// </summary>
internal sealed class CachedHttpClient(IHttpClientFactory factory, string name, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private volatile Entry? _entry;

    public HttpClient Get()
    {
        if (_entry is { } entry && clock.GetElapsedTime(entry.CreatedAt) < Lifetime)
            return entry.Client;
        var created = new Entry(factory.CreateClient(name), clock.GetTimestamp());
        _entry = created;
        return created.Client;
    }

    private sealed class Entry(HttpClient client, long createdAt)
    {
        public HttpClient Client => client;

        public long CreatedAt => createdAt;
    }
}
