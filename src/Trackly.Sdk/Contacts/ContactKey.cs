namespace Trackly.Sdk.Contacts;

/// <summary>Names a contact.</summary>
internal sealed class ContactKey(string phoneNumber, string? listNumber = null)
{
    public string PhoneNumber => phoneNumber;

    /// <summary>Gets the list on which the contact is meant. Null for all.</summary>
    public string? ListNumber => listNumber;
}
