using System.Text;

namespace FaultLab;

/// <summary>A well-formed HTTP/1.1 response; what is wrong with it is asked for by name.</summary>
public sealed record LabResponse(int Status)
{
    public string ContentType { get; init; } = "application/json";
    public byte[] Body { get; init; } = [];
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Bytes by which the Content-Length is off.</summary>
    public int LengthIsOffBy { get; init; }

    /// <summary>False leaves the Content-Length out.</summary>
    public bool HasLength { get; init; } = true;

    public byte[] ToBytes(bool closes)
    {
        var head = new StringBuilder(FormattableString.Invariant($"HTTP/1.1 {Status} Lab\r\n"));
        foreach (var header in Headers)
            head.Append(header).Append("\r\n");
        if (closes)
            head.Append("Connection: close\r\n");
        if (Status is not (204 or 304))
            head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        if (HasLength && Status is not (204 or 304))
            head.Append(FormattableString.Invariant($"Content-Length: {Body.Length + LengthIsOffBy}\r\n"));
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}
