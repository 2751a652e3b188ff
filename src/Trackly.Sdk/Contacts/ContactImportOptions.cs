namespace Trackly.Sdk;

/// <summary>Specifies how an import runs.</summary>
public sealed class ContactImportOptions
{
    /// <summary>
    /// Gets or sets the number of bulk calls in flight at once, 1 to 64. Default 1: of two rows with the same contact, the later one then wins. With more, either may.
    /// </summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Gets or sets the receiver of the counts after each call, before the results of the call are returned. Null, the default, means no reports.</summary>
    public IProgress<ContactImportProgress>? Progress { get; set; }

    /// <summary>Gets or sets the options of each bulk call. Null, the default, means those of the client.</summary>
    public TracklyRequestOptions? Request { get; set; }
}
