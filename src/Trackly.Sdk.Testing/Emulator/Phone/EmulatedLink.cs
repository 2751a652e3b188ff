namespace Trackly.Sdk.Testing;

/// <summary>A link of a message that was sent with <c>wrap_links</c>.</summary>
/// <param name="Url">The address in the text as it was sent, after macros were filled in.</param>
/// <param name="ShortUrl">What the recipient sees in its place. It leads nowhere; its domain is the emulator's choice.</param>
public sealed record EmulatedLink(string Url, string ShortUrl)
{
    /// <summary>Names the short address alone: the other one is part of the text.</summary>
    /// <returns>A text such as <c>EmulatedLink https://trk.example/AbC1234</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedLink)} {ShortUrl}";
}
