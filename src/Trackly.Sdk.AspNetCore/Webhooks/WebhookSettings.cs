using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.AspNetCore;

/// <summary>An immutable snapshot of valid options. It keeps hashes of the secrets, not the secrets.</summary>
internal sealed class WebhookSettings
{
    private readonly byte[][] _secretHashes;

    private WebhookSettings(TracklyWebhookOptions options)
    {
        string[] secrets = string.IsNullOrEmpty(options.Secret) ? [] : [options.Secret, .. options.PreviousSecrets];
        _secretHashes = [.. secrets.Select(Hash)];
        MaxBodyBytes = options.MaxBodyBytes;
        VerifySignature = options.VerifySignature;
    }

    public int MaxBodyBytes { get; }

    public Func<IHeaderDictionary, ReadOnlyMemory<byte>, bool>? VerifySignature { get; }

    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public static WebhookSettings Create(TracklyWebhookOptions options, string pattern)
    {
        var errors = WebhookOptionsChecks.FindErrors(options, pattern).ToList();
        return errors.Count == 0
            ? new WebhookSettings(options)
            : throw new OptionsValidationException(nameof(TracklyWebhookOptions), typeof(TracklyWebhookOptions), errors);
    }

    /// <summary>
    /// Whether a request may enter. It takes the same time for every wrong secret: hashes have one length, and each one is compared.
    /// </summary>
    public bool Accepts(string? secret)
    {
        if (_secretHashes.Length == 0)
            return true;
        var hash = Hash(secret ?? "");
        var isKnown = false;
        foreach (var known in _secretHashes)
            isKnown |= CryptographicOperations.FixedTimeEquals(hash, known);
        return isKnown;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
