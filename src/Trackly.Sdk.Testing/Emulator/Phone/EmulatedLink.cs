namespace Trackly.Sdk.Testing;

/// <summary>A link of a message that was sent with <c>wrap_links</c>.</summary>
/// <param name="Url">The address in the body as it was sent, after macros were filled in.</param>
/// <param name="ShortUrl">The address that the recipient sees instead. It leads nowhere; its domain is made up.</param>
public sealed record EmulatedLink(string Url, string ShortUrl)
{
    /// <summary>Returns the short address alone: the other one is part of the body.</summary>
    /// <returns>A string such as <c>EmulatedLink https://trk.example/AbC1234</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedLink)} {ShortUrl}";
}
