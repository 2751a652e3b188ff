using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>The envelope <c>{error, code?, message?}</c> of an error response; what is absent or of another type is null.</summary>
internal readonly record struct ErrorEnvelope(string? Error, string? Code, string? Message)
{
    /// <summary>Reads a body of any shape: an empty one, HTML, an array or a cut-off object gives an empty envelope.</summary>
    public static ErrorEnvelope Parse(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new ErrorEnvelope(GetString(root, "error"), GetString(root, "code"), GetString(root, "message"))
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Returns the name of the type alone: what a server writes may repeat the request.</summary>
    public override string ToString() => nameof(ErrorEnvelope);

    private static string? GetString(JsonElement root, string member)
    {
        try
        {
            return root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape for half of a surrogate pair cannot become a string.
            return null;
        }
    }
}
