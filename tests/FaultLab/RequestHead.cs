using System.Globalization;

namespace FaultLab;

/// <summary>The request line and the headers of one HTTP/1.1 request.</summary>
internal sealed record RequestHead(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? ApiKey => GetHeader("X-Api-Key");
    public int ContentLength => GetHeader("Content-Length") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : 0;
    public bool IsChunked => string.Equals(GetHeader("Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase);
    public bool ExpectsContinue => GetHeader("Expect") is not null;

    public static RequestHead Parse(string text)
    {
        var lines = text.Split(["\r\n"], StringSplitOptions.RemoveEmptyEntries);
        var request = lines[0].Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':');
            headers[line.Substring(0, colon)] = line.Substring(colon + 1).Trim();
        }

        return new(request[0], request[1], headers);
    }

    private string? GetHeader(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
