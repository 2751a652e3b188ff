namespace Trackly.Sdk.Testing.Api;

/// <summary>A contact, with what each list knows of it.</summary>
internal sealed class BookContact(string number, long sequence)
{
    public string Number => number;

    public string Id { get; } = BookMembership.CreateId(sequence);

    /// <summary>Gets the lists of the contact by number.</summary>
    public Dictionary<string, BookMembership> Lists { get; } = new(StringComparer.Ordinal);
}
