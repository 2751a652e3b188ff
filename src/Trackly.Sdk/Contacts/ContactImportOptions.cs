namespace Trackly.Sdk;

/// <summary>How an import runs.</summary>
public sealed class ContactImportOptions
{
    /// <summary>
    /// Gets or sets the number of bulk calls in flight at once, 1 to 64. Default 1: of two rows with the same contact, the later one then holds. With more, either may.
    /// </summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Gets or sets who is told the counts after each call, before its results are returned. Null, the default, means nobody.</summary>
    public IProgress<ContactImportProgress>? Progress { get; set; }

    /// <summary>Gets or sets the options of each bulk call. Null, the default, leaves all to the client.</summary>
    public TracklyRequestOptions? Request { get; set; }
}
