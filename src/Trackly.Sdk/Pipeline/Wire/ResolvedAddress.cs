namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>What service discovery resolved the address of a request to. A type of its own, which no handler of the host can create.</summary>
internal sealed class ResolvedAddress
{
#if NET
    private static readonly HttpRequestOptionsKey<ResolvedAddress> Key = new("Trackly.Sdk.ResolvedAddress");
#else
    private const string Key = "Trackly.Sdk.ResolvedAddress";
#endif

    private readonly Uri _address;

    private ResolvedAddress(Uri address) => _address = address;

    /// <summary>Finds the address. Null when service discovery changed nothing.</summary>
    public static Uri? Find(HttpRequestMessage request) =>
#if NET
        request.Options.TryGetValue(Key, out var resolved) ? resolved._address : null;
#else
        request.Properties.TryGetValue(Key, out var resolved) ? (resolved as ResolvedAddress)?._address : null;
#endif

    public static void Set(HttpRequestMessage request, Uri address)
    {
#if NET
        request.Options.Set(Key, new ResolvedAddress(address));
#else
        request.Properties[Key] = new ResolvedAddress(address);
#endif
    }
}
