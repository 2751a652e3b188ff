using System.Text;

namespace FaultLab;

/// <summary>A well-formed HTTP/1.1 response, apart from what the properties ask for.</summary>
public sealed record HttpResponse(int Status)
{
    public string ContentType { get; init; } = "application/json";

    public byte[] Body { get; init; } = [];

    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Bytes by which the Content-Length is wrong.</summary>
    public int ContentLengthError { get; init; }

    /// <summary>False leaves the Content-Length out.</summary>
    public bool HasContentLength { get; init; } = true;

    public byte[] ToBytes(bool closesConnection)
    {
        var head = new StringBuilder(FormattableString.Invariant($"HTTP/1.1 {Status} Lab\r\n"));
        foreach (var header in Headers)
            head.Append(header).Append("\r\n");
        if (closesConnection)
            head.Append("Connection: close\r\n");
        if (Status is not (204 or 304))
            head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        if (HasContentLength && Status is not (204 or 304))
            head.Append(FormattableString.Invariant($"Content-Length: {Body.Length + ContentLengthError}\r\n"));
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}
