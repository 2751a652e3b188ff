using System.Security.Cryptography;
using System.Text;

namespace Trackly.Sdk;

/// <summary>
/// Makes a key out of the parts of an event that tell it from others: short enough for a database column, and without anything private.
/// </summary>
internal static class EventHash
{
    /// <summary>Returns the SHA-256 hash of the parts in hexadecimal. Their lengths keep them apart.</summary>
    public static string Compute(params string?[] parts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(parts.Select(static part => $"{part?.Length ?? -1}:{part}\n")));
#if NET
        return Convert.ToHexString(SHA256.HashData(bytes));
#else
        using var algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(bytes)).Replace("-", "");
#endif
    }
}
