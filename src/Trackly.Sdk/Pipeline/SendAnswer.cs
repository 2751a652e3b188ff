using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk.Pipeline;

/// <summary>A 2xx body of <c>POST v2/send</c> as it stands on the wire, every member optional.</summary>
internal sealed class SendAnswer
{
    // Not init: the generated reader would box each value on its way into an initialiser.
    public bool? Success { get; set; }

    public string? MessageId { get; set; }

    [JsonConverter(typeof(StatusText))]
    public string? Status { get; set; }

    /// <summary>Whether it says that the message is queued, and as which.</summary>
    [JsonIgnore]
    public bool IsAccepted => Success != false && MessageId is { Length: > 0 };

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>
    /// Reads a body. Throws <see cref="JsonException"/> when it is not an object of this shape, or says a thing twice; it tells where, and quotes nothing of
    /// the body, as the reader's own exception does.
    /// </summary>
    public static SendAnswer? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, TracklyJsonContext.Default.SendAnswer);
        }
        catch (JsonException fault)
        {
            throw new JsonException("The answer is not the JSON object that was expected.", path: null, fault.LineNumber, fault.BytePositionInLine);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("The answer has a text with half a character.");
        }
    }
}
