using System.Net;

namespace Trackly.Emulator;

/// <summary>The values of the command line.</summary>
internal sealed record Settings
{
    public required IPAddress Address { get; init; }

    public required int Port { get; init; }

    public required string Key { get; init; }

    /// <summary>The lists of the only account. Never empty.</summary>
    public required IReadOnlyList<ListSetting> Lists { get; init; }

    public required int Seed { get; init; }

    /// <summary>A file with faults. Null means none.</summary>
    public required FileInfo? Faults { get; init; }

    /// <summary>The address that webhooks are posted to. Null means none.</summary>
    public required Uri? Webhook { get; init; }

    /// <summary>A file that keeps the messages. Null means that they are gone when the tool stops.</summary>
    public required FileInfo? Store { get; init; }

    public required int MaxMessages { get; init; }

    public required int MaxBytes { get; init; }

    /// <summary>The host names that are allowed besides the emulator's own.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    public required bool ShowTexts { get; init; }

    /// <summary>Whether every line is a JSON object.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether the inbox is opened in the browser.</summary>
    public required bool Open { get; init; }
}
