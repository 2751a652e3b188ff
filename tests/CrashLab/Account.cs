namespace Trackly.Sdk.CrashLab;

/// <summary>Where messages go: the emulator of the process that started this one.</summary>
internal sealed record Account(Uri Address, string ApiKey, string List)
{
    public TracklyClient CreateClient() => new(new TracklyClientOptions { ApiKey = ApiKey, BaseAddress = Address });

    public SendRequest CreateRequest(string key) => new()
    {
        To = "+14155551234",
        ListNumber = List,
        Body = "Your order has shipped.",
        Metadata = new() { ["key"] = key },
    };
}
