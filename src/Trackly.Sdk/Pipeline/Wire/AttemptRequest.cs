using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Telemetry;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The HTTP request of one attempt.</summary>
internal sealed class AttemptRequest : HttpRequestMessage
{
#if NET
    private static readonly HttpRequestOptionsKey<Attempt> Key = new("Trackly.Sdk.Attempt");
#else
    private const string Key = "Trackly.Sdk.Attempt";
#endif

    public AttemptRequest(Attempt attempt, HttpClient? client)
        : base(attempt.Call.Method, attempt.Call.Address)
    {
        Attempt = attempt;
        Headers.TryAddWithoutValidation("Accept", HandlerContent.MediaType);
        Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
#if NET
        if (client is not null)
            (Version, VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
#else
        _ = client;
#endif
    }

    public Attempt Attempt { get; }

    public bool IsMarked { get; private set; }

    /// <summary>Finds the attempt that a request, or a handler's copy of it, stands for. Null when it is none of ours.</summary>
    public static Attempt? FindAttempt(HttpRequestMessage request) =>
#if NET
        request.Options.TryGetValue(Key, out var attempt) ? attempt : null;
#else
        request.Properties.TryGetValue(Key, out var attempt) ? (Attempt)attempt : null;
#endif

    /// <summary>Records the attempt in the request's options, because a handler of the host may send a copy in its place, or the request itself again.</summary>
    public void Mark()
    {
        IsMarked = true;
#if NET
        Options.Set(Key, Attempt);
#else
        Properties[Key] = Attempt;
#endif
    }
}
