namespace Trackly.Sdk;

/// <summary>Represents the counts of an import after one of its calls.</summary>
public sealed record ContactImportProgress
{
    /// <summary>Gets the number of contacts that have a result.</summary>
    public long Completed => Accepted + Rejected + NotSent + Unknown;

    /// <summary>Gets the number of contacts that Trackly accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Gets the number of contacts that Trackly refused.</summary>
    public long Rejected { get; init; }

    /// <summary>Gets the number of contacts that were not sent: they are invalid or blocked, or their call failed before it left.</summary>
    public long NotSent { get; init; }

    /// <summary>Gets the number of contacts that Trackly may or may not have accepted.</summary>
    public long Unknown { get; init; }

    /// <summary>Gets the number of contacts that were new to the account, as Trackly counts them.</summary>
    public long ContactsCreated { get; init; }

    /// <summary>Gets the number of contacts that were new to their list, as Trackly counts them.</summary>
    public long ListContactsCreated { get; init; }

    /// <summary>Gets the number of journeys that contacts entered, as Trackly counts them.</summary>
    public long JourneysEnrolled { get; init; }
}
