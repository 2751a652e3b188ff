namespace Trackly.Sdk;

/// <summary>Specifies which contacts to list, and how.</summary>
public sealed class ContactFilter
{
    /// <summary>Gets or sets the number of the list in E.164 format. Null, the default, means every list: a contact is then returned once for each of its lists.</summary>
    public string? ListNumber { get; set; }

    /// <summary>Gets or sets whether to return only contacts that may be texted (true), or only those that may not (false). Null, the default, means both.</summary>
    public bool? Active { get; set; }

    /// <summary>Gets or sets the number of contacts in a page, 1 to 1,000. Default 500.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>Returns the name of the type, never a number.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(ContactFilter);
}
