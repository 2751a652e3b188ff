using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Accounts;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The member <c>delivery</c> of an account in a request. A member of it that is absent changes nothing.</summary>
internal sealed class DeliveryChange
{
    private const int MaxMilliseconds = 24 * 60 * 60 * 1000;

    private readonly JsonMembers _members;
    private readonly Uri? _address;
    private readonly TimeSpan? _delay;
    private readonly int? _perMinute;
    private readonly Dictionary<string, int>? _statuses;

    private DeliveryChange(JsonMembers members)
    {
        _members = members;
        _address = ReadAddress(members);
        _delay = members.ReadNumber("report_delay_ms", min: 0, MaxMilliseconds) is { } milliseconds ? TimeSpan.FromMilliseconds((double)milliseconds) : null;
        _perMinute = members.ReadNumber("messages_per_minute_per_list", min: 1, int.MaxValue);
        _statuses = ReadStatuses(members);
    }

    /// <exception cref="FormatException">A member is invalid.</exception>
    public static DeliveryChange Read(JsonElement json) =>
        new(JsonMembers.Create(json, "delivery", "delivery.", "webhook_address", "report_delay_ms", "messages_per_minute_per_list", "statuses"));

    // Otherwise anyone who can reach the emulator could make it post to any address that this machine can reach.
    public void CheckAddress(IPAddress bound)
    {
        if (_members.Has("webhook_address") && !IPAddress.IsLoopback(bound))
            throw _members.CreateError("webhook_address", "cannot be set over HTTP while the emulator listens beyond this machine: set it at the start, with --webhook or in code");
    }

    public void Apply(EmulatedDelivery delivery)
    {
        if (_members.Has("webhook_address"))
            delivery.WebhookAddress = _address;
        if (_members.Has("report_delay_ms"))
            delivery.ReportDelay = _delay;
        if (_members.Has("messages_per_minute_per_list"))
            delivery.MessagesPerMinutePerList = _perMinute;
        if (_statuses is not null)
            delivery.Statuses = _statuses;
    }

    private static Uri? ReadAddress(JsonMembers members)
    {
        const string Name = "webhook_address";
        if (members.ReadString(Name) is not { } value)
            return null;
        try
        {
            return new EmulatedDelivery { WebhookAddress = new Uri(value, UriKind.Absolute) }.WebhookAddress;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            throw members.CreateError(Name, "must be an absolute address with http:// or https:// and without a user name, or null");
        }
    }

    private static Dictionary<string, int>? ReadStatuses(JsonMembers members)
    {
        const string Name = "statuses";
        if (members.Find(Name) is not { } json)
            return null;
        if (json.ValueKind is not JsonValueKind.Object)
            throw members.CreateError(Name, "must be an object of statuses and weights");

        var statuses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            statuses[member.Name] = member.Value.ValueKind is JsonValueKind.Number && member.Value.TryGetInt32(out var weight)
                ? weight
                : throw members.CreateError(Name, "must have whole numbers as weights");
        }

        return DeliveryStatuses.FindError(statuses) is { } error ? throw new FormatException($"delivery.{Name}: {error}") : statuses;
    }
}
