using System.Text;

namespace FaultLab;

/// <summary>The bytes of a response, how they are sent, and what they mean to a client that reads them all.</summary>
public sealed record ScriptedResponse(Func<ResponseContext, byte[]> CreateBytes)
{
    /// <summary>The normal response: 200 and a message id.</summary>
    public static ScriptedResponse Accepted { get; } =
        CreateJson(200, context => $$"""{"success":true,"message_id":"{{context.MessageId}}","status":"queued"}""") with { Meaning = ResponseMeaning.Accepted };

    /// <summary>The status code. Null if the status line or the head is never complete.</summary>
    public int? Status { get; init; }

    public ResponseMeaning Meaning { get; init; }

    /// <summary>What is sent after <see cref="CreateBytes"/>, <see cref="RepeatCount"/> times or until the client leaves.</summary>
    public byte[] Repeated { get; init; } = [];

    public int RepeatCount { get; init; }

    /// <summary>What is sent after all repetitions. Null for nothing.</summary>
    public Func<ResponseContext, byte[]>? CreateFinalBytes { get; init; }

    public Trickle Trickle { get; init; }

    /// <summary>True holds the response until the test releases it or the client leaves.</summary>
    public bool IsLate { get; init; }

    public static ScriptedResponse CreateJson(int status, string json, params string[] headers) => CreateJson(status, _ => json, headers);

    public static ScriptedResponse CreateJson(int status, Func<ResponseContext, string> createJson, params string[] headers) =>
        Create(status, context => new HttpResponse(status) { Body = Encoding.UTF8.GetBytes(createJson(context)), Headers = headers });

    public static ScriptedResponse Create(HttpResponse response) => Create(response.Status, _ => response);

    public static ScriptedResponse Create(int status, Func<ResponseContext, HttpResponse> createResponse) =>
        new(context => createResponse(context).ToBytes(context.ClosesConnection)) { Status = status, Meaning = GetMeaning(status) };

    /// <summary>Creates a response of any bytes, HTTP or not.</summary>
    public static ScriptedResponse CreateRaw(string text) => new(_ => Encoding.UTF8.GetBytes(text));

    /// <summary>Returns this response without its last bytes.</summary>
    public ScriptedResponse Truncate(int count)
    {
        var createBytes = CreateBytes;
        return this with { CreateBytes = context => CutEnd(createBytes(context), count), Meaning = ResponseMeaning.Unknown };
    }

    private static byte[] CutEnd(byte[] bytes, int count) => [.. bytes.Take(bytes.Length - count)];

    private static ResponseMeaning GetMeaning(int status) => status switch
    {
        408 or 425 or 429 => ResponseMeaning.NotProcessed,
        >= 300 and < 500 => ResponseMeaning.Rejected,
        _ => ResponseMeaning.Unknown,
    };
}
