using System.Security.Cryptography;
using System.Text;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>
/// The SHA-256 over the canonical JSON of a request, absent members left out. It tells two requests apart, and is derived from private data: who can
/// guess a request can confirm the guess.
/// </summary>
internal static class RequestFingerprint
{
    /// <exception cref="ArgumentException">The request holds a value that JSON cannot express.</exception>
    public static string Compute(SendRequest request) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Format(RequestSnapshot.Serialize(request))))).ToLowerInvariant();
}
