namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>The text of a message as a phone would show it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Links">The links in it that were shortened.</param>
/// <param name="Notes">What the documentation leaves open, and how it was decided.</param>
internal sealed record PhoneText(string Text, IReadOnlyList<EmulatedLink> Links, IReadOnlyList<string> Notes)
{
    /// <remarks>
    /// Whether a link that a macro brings is wrapped is not documented. The emulator's choice: it is, for macros are filled in first. Neither is what happens
    /// to links when the request does not say. The emulator's choice: they stay. Text that an account or list puts around messages is unknown here.
    /// </remarks>
    public static PhoneText Create(EmulatedRequest request, string messageId)
    {
        var notes = new Notes();
        var text = Macros.Fill(request.Body, messageId, request.ContactData, notes);
        var (shown, links) = request.WrapLinks is true ? ShortLinks.Wrap(text, messageId, notes) : (text, []);
        return new PhoneText(shown, links, notes.All);
    }
}
