namespace Trackly.Sdk.Contacts;

/// <summary>The result of looking for a contact.</summary>
/// <param name="contact">Null when there is none.</param>
internal sealed class FoundContact(Contact? contact)
{
    public Contact? Contact => contact;
}
