using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>The JSON of a request as UTF-8, written once per call.</summary>
internal static class RequestBody
{
    /// <summary>A request is not HTML: numbers and texts travel as plain UTF-8, not as escapes. The depth is that of JsonSerializer.</summary>
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _idleWriter;

    public static BorrowedBytes Of(SendRequest request)
    {
        try
        {
            return Written(request);
        }
        catch (Exception fault) when (IsOfTheValues(fault))
        {
            throw new TracklyValidationException([FaultOf(request)]);
        }
    }

    private static BorrowedBytes Written(SendRequest request)
    {
        var body = new BorrowedBytes();
        // Taken, not shared: a value of the caller's own may send a message of its own while it is written.
        var writer = _idleWriter ?? new Utf8JsonWriter(body, Form);
        _idleWriter = null;
        writer.Reset(body);
        JsonSerializer.Serialize(writer, request, TracklyJsonContext.Default.SendRequest);
        _idleWriter = writer;
        return body;
    }

    /// <summary>Only the free-form objects can hold what JSON has no form for, such as NaN.</summary>
    private static TracklyValidationError FaultOf(SendRequest request)
    {
        var field = CanBeWritten(request with { Metadata = null }) ? "metadata" : "contact_data.custom_fields";
        return new TracklyValidationError(
            TracklyErrorCode.InvalidJson, field, $"{field} holds a value that JSON has no form for: use strings, finite numbers, booleans, null, objects and arrays.");
    }

    private static bool CanBeWritten(SendRequest request)
    {
        try
        {
            Written(request).GiveBack();
            return true;
        }
        catch (Exception fault) when (IsOfTheValues(fault))
        {
            return false;
        }
    }

    private static bool IsOfTheValues(Exception fault) =>
        fault is JsonException or NotSupportedException or ArgumentException or InvalidOperationException;
}
