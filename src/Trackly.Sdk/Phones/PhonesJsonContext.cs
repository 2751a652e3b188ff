using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk.Phones;

/// <summary>The JSON of validation requests, generated at build time so that trimming and native compilation work.</summary>
[JsonSerializable(typeof(PhoneBody))]
[JsonSerializable(typeof(PhonesBody))]
internal sealed partial class PhonesJsonContext : JsonSerializerContext
{
    /// <summary>Gets the context that writes requests: numbers travel as plain UTF-8, not as escapes.</summary>
    public static PhonesJsonContext Requests { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
