using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk;

/// <summary>
/// Specifies how an endpoint tells the webhooks of Trackly from other requests. <see cref="Secret"/>, <see cref="VerifySignature"/> or both must be set.
/// </summary>
public sealed class TracklyWebhookOptions
{
    /// <summary>
    /// Gets or sets the secret that the address in Trackly's dashboard contains in place of <c>{secret}</c>: at least 32 letters, digits, <c>-</c>, <c>_</c>,
    /// <c>.</c> or <c>~</c>.
    /// </summary>
    /// <value>Null by default.</value>
    public string? Secret { get; set; }

    /// <summary>Gets the secrets that are accepted as well, so that <see cref="Secret"/> can be replaced without losing an event.</summary>
    /// <value>Empty by default.</value>
    public IList<string> PreviousSecrets { get; } = [];

    /// <summary>Gets or sets the size up to which a body is read, in bytes. A larger one gets the response 413.</summary>
    /// <value>65,536 by default; at least 1,024.</value>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// Gets or sets the check of the signature of a request, given its headers and its body as it arrived. False makes the response 401. The scheme of
    /// <c>X-Trackly-Signature</c> is not public, so this package has no check of its own: set it when you have the scheme from Trackly.
    /// </summary>
    /// <value>Null, no check, by default.</value>
    public Func<IHeaderDictionary, ReadOnlyMemory<byte>, bool>? VerifySignature { get; set; }

    /// <summary>Mistakes in the configuration that these options were bound from.</summary>
    internal List<string> BindingErrors { get; } = [];
}
