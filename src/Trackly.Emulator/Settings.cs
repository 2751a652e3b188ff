using System.Net;

namespace Trackly.Emulator;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    public required IPAddress Address { get; init; }

    public required int Port { get; init; }

    public required string Key { get; init; }

    /// <summary>The lists of the one account; never empty.</summary>
    public required IReadOnlyList<ListSetting> Lists { get; init; }

    public required int Seed { get; init; }

    /// <summary>A file with faults; null means none.</summary>
    public required FileInfo? Faults { get; init; }

    public required int MaxMessages { get; init; }

    public required bool ShowTexts { get; init; }
}
