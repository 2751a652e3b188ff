using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>
/// The SHA-256 over the canonical JSON of a request, absent members left out. It tells two requests apart, and is derived from private data: who can
/// guess a request can confirm the guess.
/// </summary>
internal static class RequestFingerprint
{
    /// <exception cref="ArgumentException">The request holds a value that JSON cannot express.</exception>
    public static string Compute(SendRequest request)
    {
        try
        {
            var json = JsonSerializer.SerializeToElement(request, SendOnceJsonContext.Default.SendRequest);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Format(json)))).ToLowerInvariant();
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            // The inner exception may quote the value.
            throw new ArgumentException("The request holds a value that JSON cannot express, in Metadata or CustomFields. Nothing was sent.", nameof(
                request));
        }
    }
}
