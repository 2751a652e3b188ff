namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>The text of a message as a phone would show it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Links">The links in it that were shortened.</param>
/// <param name="Notes">The choices made where the documentation is silent.</param>
internal sealed record PhoneText(string Text, IReadOnlyList<EmulatedLink> Links, IReadOnlyList<string> Notes)
{
    /// <remarks>
    /// Whether a link in the value of a macro is wrapped is not documented. The emulator's choice: it is, because macros are filled in first. Whether
    /// links are wrapped when the request does not say is not documented either. The emulator's choice: they are not. Text that an account or list
    /// adds is unknown here.
    /// </remarks>
    public static PhoneText Create(EmulatedRequest request, string messageId)
    {
        var notes = new Notes();
        var text = Macros.Fill(request.Body, messageId, request.ContactData, notes);
        var (shown, links) = request.WrapLinks is true ? ShortLinks.Wrap(text, messageId, notes) : (text, []);
        return new PhoneText(shown, links, notes.All);
    }
}
