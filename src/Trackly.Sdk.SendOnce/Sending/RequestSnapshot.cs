using System.Text.Json;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>Reads the caller's own keys and values once: what is compared with the stored fingerprint is what is sent, even when a sequence can be read only once.</summary>
internal static class RequestSnapshot
{
    /// <exception cref="ArgumentException">The request holds a value that JSON cannot express.</exception>
    public static SendRequest Take(SendRequest request)
    {
        if (request is { Metadata: null, ContactData: null or { CustomFields: null } })
            return request;
        var json = Serialize(new SendRequest("", "", "") { ContactData = request.ContactData, Metadata = request.Metadata });
        var values = json.Deserialize(SendOnceJsonContext.Default.SendRequest)!;
        return request with { ContactData = values.ContactData, Metadata = values.Metadata };
    }

    /// <exception cref="ArgumentException">The request holds a value that JSON cannot express.</exception>
    public static JsonElement Serialize(SendRequest request)
    {
        try
        {
            return JsonSerializer.SerializeToElement(request, SendOnceJsonContext.Default.SendRequest);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            // The inner exception may quote the value.
            throw new ArgumentException("The request holds a value that JSON cannot express, in Metadata or CustomFields. Nothing was sent.", nameof(request));
        }
    }
}
