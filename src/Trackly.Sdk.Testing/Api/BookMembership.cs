using System.Globalization;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>What one list knows of a contact. Read and changed under the lock of its <see cref="ContactBook"/>.</summary>
internal sealed class BookMembership(string number, string listNumber, long sequence, DateTimeOffset signup)
{
    public string Number => number;

    public string ListNumber => listNumber;

    public long Sequence => sequence;

    public string Id { get; } = CreateId(sequence);

    public DateTimeOffset Signup { get; set; } = signup;

    public JsonObject CustomFields { get; set; } = [];

    public int SendCount { get; set; }

    /// <summary>Creates an id of 24 hexadecimal digits, as the documentation shows them.</summary>
    public static string CreateId(long sequence) => sequence.ToString("x24", CultureInfo.InvariantCulture);

    /// <summary>Writes a time as the documentation of contacts shows it: UTC, without a zone.</summary>
    public static string FormatTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
