using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>Replaces every URL with a short link.</summary>
/// <remarks>
/// The documentation says that URLs are wrapped when <c>wrap_links</c> is true, and that the id of a link has 7 characters. The rest is the
/// emulator's choice: the domain; that a URL starts with <c>http://</c> or <c>https://</c> and does not include punctuation at its end; that a URL
/// gets one link in each message, and another one in the next message.
/// </remarks>
internal static class ShortLinks
{
    private const string Domain = "https://trk.example/";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 7;
    private const int MaxCount = 1_000;

    public static (string Text, IReadOnlyList<EmulatedLink> Links) Wrap(string body, string messageId, Notes notes)
    {
        var start = FindUrl(body, 0);
        if (start < 0)
            return (body, []);

        var text = new StringBuilder(body.Length);
        var links = new Dictionary<string, EmulatedLink>(StringComparer.Ordinal);
        var copied = 0;
        for (; start >= 0; start = FindUrl(body, copied))
        {
            var url = body[start..FindUrlEnd(body, start)];
            text.Append(body, copied, start - copied);
            copied = start + url.Length;
            if (links.TryGetValue(url, out var link) || links.Count < MaxCount)
            {
                link ??= links[url] = new EmulatedLink(url, Domain + CreateId(url, messageId));
                text.Append(link.ShortUrl);
            }
            else
            {
                text.Append(url);
                notes.Add($"Links beyond {MaxCount} were not changed: the emulator's choice.");
            }
        }

        return (text.Append(body, copied, body.Length - copied).ToString(), [.. links.Values]);
    }

    private static int FindUrl(string body, int from)
    {
        while ((from = body.IndexOf("http", from, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            if (SchemeLength(body.AsSpan(from)) is > 0 and var length && FindUrlEnd(body, from) > from + length)
                return from;
            from += 4;
        }

        return -1;
    }

    private static int SchemeLength(ReadOnlySpan<char> rest) =>
        rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;

    private static int FindUrlEnd(string body, int start)
    {
        var end = start;
        while (end < body.Length && !char.IsWhiteSpace(body[end]) && !char.IsControl(body[end]) && body[end] is not ('<' or '>' or '"'))
            end++;
        while (end > start && body[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ')' or ']' or '}')
            end--;
        return end;
    }

    private static string CreateId(string url, string messageId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId} {url}"));
        return string.Create(IdLength, hash, static (id, bytes) =>
        {
            var number = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            for (var index = 0; index < id.Length; index++, number /= (uint)Alphabet.Length)
                id[index] = Alphabet[(int)(number % (uint)Alphabet.Length)];
        });
    }
}
