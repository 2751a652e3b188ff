using System.Globalization;

namespace FaultLab;

/// <summary>The request line and the headers of one HTTP/1.1 request.</summary>
internal sealed record LabRequestHead(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? ApiKey => Header("X-Api-Key");
    public int ContentLength => Header("Content-Length") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : 0;
    public bool IsChunked => string.Equals(Header("Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase);
    public bool ExpectsContinue => Header("Expect") is not null;

    public static LabRequestHead Parse(string text)
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

    private string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
