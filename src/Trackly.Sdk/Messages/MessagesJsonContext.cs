using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk.Messages;

/// <summary>The JSON of message requests, generated at build time so that trimming and native compilation work.</summary>
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SendRawRequest))]
[JsonSerializable(typeof(BulkBody))]
internal sealed partial class MessagesJsonContext : JsonSerializerContext
{
    /// <summary>Gets the context that writes requests. A request is not HTML: numbers and text travel as plain UTF-8, not as escapes.</summary>
    public static MessagesJsonContext Requests { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 });
}
