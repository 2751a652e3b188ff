namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The header that carries the API key. A handler of the host that logs headers sees the mask; the key itself is on the request only while it is transmitted.</summary>
internal static class ApiKeyHeader
{
    private const string Name = "X-Api-Key";

    public static void Set(HttpRequestMessage request, string key)
    {
        request.Headers.Remove(Name);
        request.Headers.TryAddWithoutValidation(Name, key);
    }

    /// <summary>Shows that there will be a key, which <see cref="SingleTransmissionHandler"/> puts on.</summary>
    public static void SetMask(HttpRequestMessage request) => Set(request, Redaction.Mask);

    public static void Remove(HttpRequestMessage request) => request.Headers.Remove(Name);

    public static bool IsOn(HttpRequestMessage request) => request.Headers.Contains(Name);
}
