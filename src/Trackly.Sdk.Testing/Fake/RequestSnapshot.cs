namespace Trackly.Sdk.Testing.Fake;

/// <summary>Copies requests, so that a record keeps what a request held when it was sent. The client sends the copy, so that a sequence is read only once.</summary>
internal static class RequestSnapshot
{
    public static SendRequest Take(SendRequest request) => request with { ContactData = Take(request.ContactData), Metadata = ValueSnapshot.Take(request.Metadata) };

    public static SendRawRequest Take(SendRawRequest request) => request with { Metadata = ValueSnapshot.Take(request.Metadata) };

    private static ContactData? Take(ContactData? contact) => contact is null ? null : contact with { CustomFields = ValueSnapshot.Take(contact.CustomFields) };
}
