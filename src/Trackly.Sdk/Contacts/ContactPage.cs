namespace Trackly.Sdk;

/// <summary>Represents a page of contacts.</summary>
public sealed class ContactPage
{
    /// <summary>Gets or sets the contacts. Empty by default.</summary>
    public IReadOnlyList<Contact> Contacts { get; set; } = [];

    /// <summary>Gets or sets the number of the page, from 1. Default 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Gets or sets the number of contacts in all pages. Null, the default, means that Trackly does not say.</summary>
    public int? Total { get; set; }

    /// <summary>Gets or sets the number of pages. Null, the default, means that Trackly does not say.</summary>
    public int? TotalPages { get; set; }

    /// <summary>Gets or sets the number of the page as the response has it. Null when it has none.</summary>
    internal int? ReportedPage { get; set; }

    /// <summary>Gets or sets the size of a full page as the response has it. Null when it has none.</summary>
    internal int? ReportedSize { get; set; }

    /// <summary>Returns the number of contacts, never one of them.</summary>
    /// <returns>A string such as <c>ContactPage { Page = 1, Contacts = 500 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"ContactPage {{ Page = {Page}, Contacts = {Contacts.Count} }}");
}
