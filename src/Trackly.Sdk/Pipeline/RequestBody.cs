using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trackly.Sdk.Pipeline;

/// <summary>The JSON of a request as UTF-8, written once per call.</summary>
internal static class RequestBody
{
    /// <summary>A request is not HTML: numbers and texts travel as plain UTF-8, not as escapes.</summary>
    private static readonly JsonTypeInfo<SendRequest> Form = new TracklyJsonContext(
        new JsonSerializerOptions(TracklyJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).SendRequest;

    public static byte[] Of(SendRequest request)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(request, Form);
        }
        catch (Exception fault) when (IsOfTheValues(fault))
        {
            throw new TracklyValidationException([FaultOf(request)]);
        }
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
            JsonSerializer.SerializeToUtf8Bytes(request, Form);
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
