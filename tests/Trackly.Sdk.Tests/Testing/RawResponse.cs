using System.Net;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A response as it was sent over the socket.</summary>
internal sealed record RawResponse(HttpStatusCode Status, string? MediaType, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string MessageId => Json.GetProperty("message_id").GetString()!;

    public string Error => Json.GetProperty("error").GetString()!;

    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;
}
