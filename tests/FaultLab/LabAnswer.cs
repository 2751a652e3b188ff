using System.Text;

namespace FaultLab;

/// <summary>The bytes a fault answers with, and what they say to somebody who reads them all.</summary>
public sealed record LabAnswer(Func<LabOccasion, byte[]> Bytes)
{
    /// <summary>The usual good answer: 200 and a message id of its own.</summary>
    public static LabAnswer Accepted { get; } =
        Json(200, occasion => $$"""{"success":true,"message_id":"{{occasion.MessageId}}","status":"queued"}""") with { Verdict = LabVerdict.Accepted };

    /// <summary>The status code, null where the status line or the head never comes whole.</summary>
    public int? Status { get; init; }

    public LabVerdict Verdict { get; init; }

    /// <summary>What follows <see cref="Bytes"/> again and again, <see cref="Times"/> times or until the client leaves.</summary>
    public byte[] Repeated { get; init; } = [];
    public int Times { get; init; }

    /// <summary>What follows after all repetitions.</summary>
    public Func<LabOccasion, byte[]>? Last { get; init; }

    public LabDrip Drips { get; init; }

    /// <summary>True holds the answer until the test releases it or the client leaves.</summary>
    public bool IsLate { get; init; }

    public static LabAnswer Json(int status, string json, params string[] headers) => Json(status, _ => json, headers);

    public static LabAnswer Json(int status, Func<LabOccasion, string> json, params string[] headers) =>
        Of(status, occasion => new LabResponse(status) { Body = Encoding.UTF8.GetBytes(json(occasion)), Headers = headers });

    public static LabAnswer Of(LabResponse response) => Of(response.Status, _ => response);

    public static LabAnswer Of(int status, Func<LabOccasion, LabResponse> response) =>
        new(occasion => response(occasion).ToBytes(occasion.Closes)) { Status = status, Verdict = VerdictOf(status) };

    public static LabAnswer Raw(string text) => new(_ => Encoding.ASCII.GetBytes(text));

    /// <summary>This answer without its last bytes.</summary>
    public LabAnswer Without(int lastBytes) => this with { Bytes = Cut(Bytes, lastBytes), Verdict = LabVerdict.Unclear };

    private static Func<LabOccasion, byte[]> Cut(Func<LabOccasion, byte[]> bytes, int lastBytes) => occasion =>
    {
        var whole = bytes(occasion);
        return [.. whole.Take(whole.Length - lastBytes)];
    };

    private static LabVerdict VerdictOf(int status) => status switch
    {
        408 or 425 or 429 => LabVerdict.NotHandled,
        >= 300 and < 500 => LabVerdict.Rejected,
        _ => LabVerdict.Unclear,
    };
}
