using Trackly.Sdk.Testing;

namespace Trackly.Sdk.CrashLab;

/// <summary>Where messages go: the emulator of the process that started this one, with its default key and list.</summary>
internal sealed record Account(Uri Address)
{
    private const string MissingList = "+18005559999";

    private static readonly TracklyEmulatorOptions Defaults = new();

    /// <summary>The time limit of the workers' clients, under <see cref="Database.Lease"/>.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Without retries of its own, so that the queue has something to do.</summary>
    public TracklyClient CreateClient() => new(new TracklyClientOptions
    {
        ApiKey = Defaults.ApiKey,
        BaseAddress = Address,
        AttemptTimeout = Timeout,
        Timeout = Timeout,
        Retry = { MaxRetryAttempts = 0 },
    });

    /// <summary>Every 50th key is for a list that the account does not have, so that Trackly rejects it.</summary>
    public static SendRequest CreateRequest(string key) => new()
    {
        To = "+14155551234",
        ListNumber = key.EndsWith("00", StringComparison.Ordinal) || key.EndsWith("25", StringComparison.Ordinal) ? MissingList : Defaults.ListNumber,
        Body = "Your order has shipped.",
        Metadata = new() { ["key"] = key },
    };
}
