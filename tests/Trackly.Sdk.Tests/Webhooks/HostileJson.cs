using System.Text;

namespace Trackly.Sdk.Tests.Webhooks;

/// <summary>Generates hostile webhook bodies. The same seed gives the same body.</summary>
internal sealed class HostileJson(int seed)
{
    private static readonly string[] Names =
    [
        "event", "message_id", "status", "timestamp", "to", "list_number", "phone_number", "body", "from", "keyword", "status_detail",
        "", "a", "\\u0065vent", "\\ud800",
        "\\udc00\\ud800", "\\\"", "__proto__", "$type", "event\\u0000", "\u00e9v\u00e9nement", "\U0001F4A9",
    ];

    private static readonly string[] Strings =
    [
        "delivery", "unsubscribe", "reply", "delivered", "pending", "AbC12345", "+14155550142", "2024-01-15T10:30:00.000Z",
        "9999-12-31T23:59:59.9999999-14:00",
        "0001-01-01T00:00:00+14:00", "", " ", "\\ud83d", "\\ud83d\\ude00", "\\uDE00\\uD83D", "\\\\ud800", "\\u0000", "\\/", "\u202e",
        "\uFEFF", "\U0001F600",
    ];

    private static readonly string[] Numbers =
        ["0", "-0", "1", "-1.5e-7", "1e999999", "123456789012345678901234567890", "0.1", "1E+2"];

    private static readonly string[] Endings = ["", " ", "\n", "}", "]", ",", "{}", "//", "\0", "null"];

    /// <summary>The fields of any event, which a later duplicate may override.</summary>
    private static readonly string[] Complete = ["\"phone_number\":\"+14155550142\"", "\"message_id\":\"AbC12345\"", "\"status\":\"pending\""];

    private readonly Random _random = new(seed);

    /// <summary>Creates a JSON object with wrong types, duplicates, lone surrogates and nesting.</summary>
    public string DrawObject(int depth = 0)
    {
        var members = Enumerable.Range(0, _random.Next(0, 12 - depth)).Select(_ => $"\"{Draw(Names)}\"{Space()}:{Space()}{DrawValue(depth + 1)}");
        if (depth == 0 && _random.Next(3) == 0)
            members = [$"\"event\":\"{Draw("delivery", "unsubscribe", "reply")}\"", .. Complete, .. members];
        return $"{{{Space()}{string.Join(",", members)}{Space()}}}";
    }

    /// <summary>
    /// Bytes that may or may not be a JSON object: cut short, with a byte changed, added or doubled, or with something after the end.
    /// </summary>
    public byte[] DrawBytes()
    {
        var bytes = Encoding.UTF8.GetBytes(_random.Next(8) == 0 ? DrawValue(1) : DrawObject()).ToList();
        for (var changes = _random.Next(0, 3); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
                case 3:
                    bytes.Insert(at, bytes[at]);
                    break;
                default:
                    bytes.AddRange(Encoding.UTF8.GetBytes(Draw(Endings)));
                    break;
            }
        }

        return [.. bytes];
    }

    private string DrawValue(int depth) => _random.Next(depth > 5 ? 6 : 9) switch
    {
        0 or 1 or 2 => $"\"{Draw(Strings)}\"",
        3 => Draw(Numbers),
        4 => Draw("true", "false", "null"),
        5 => $"\"{new string('x', _random.Next(2_000))}\"",
        6 => $"[{string.Join(",", Enumerable.Range(0, _random.Next(0, 4)).Select(_ => DrawValue(depth + 1)))}]",
        7 => $"{string.Concat(Enumerable.Repeat("[", 200))}{string.Concat(Enumerable.Repeat("]", 200))}",
        _ => DrawObject(depth),
    };

    private string Space() => Draw("", "", "", " ", "\r\n", "\t");

    private string Draw(params string[] from) => from[_random.Next(from.Length)];
}
