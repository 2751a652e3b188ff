using Trackly.Sdk;

namespace Campaign;

/// <summary>What the command line says.</summary>
/// <param name="Csv">The rows. Null for rows that are made up.</param>
/// <param name="Results">Where the outcome of each row is written.</param>
/// <param name="Database">Where send-once keeps what became of each row. The same file in every run of a campaign.</param>
/// <param name="Name">The name of the campaign.</param>
/// <param name="Emulator">The address of an emulator that runs already. Null starts one, or sends to Trackly if there is a key.</param>
/// <param name="Concurrency">How many messages are sent at once.</param>
/// <param name="PerMinute">How many messages a minute leave.</param>
internal sealed record CampaignSettings(string? Csv, string Results, string Database, string Name, Uri? Emulator, int Concurrency, int PerMinute)
{
    /// <summary>The key of Trackly. Null when there is none, so that messages go to an emulator.</summary>
    public static string? ApiKey => Environment.GetEnvironmentVariable("TRACKLY_API_KEY");

    /// <summary>Whether messages reach people. An address that is Trackly's own is no emulator.</summary>
    public bool IsReal => Emulator is null ? ApiKey is not null : Emulator.Host == new TracklyClientOptions().BaseAddress.Host;

    /// <summary>What the keys of the rows start with. A row that an emulator took was not sent, so it has another key.</summary>
    public string KeyPrefix => IsReal ? Name : $"emulator/{Name}";

    public static string? ListNumber => Environment.GetEnvironmentVariable("TRACKLY_LIST_NUMBER");
}
