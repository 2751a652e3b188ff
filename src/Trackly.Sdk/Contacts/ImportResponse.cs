namespace Trackly.Sdk.Contacts;

/// <summary>Trackly's response to one bulk call.</summary>
internal sealed class ImportResponse
{
    /// <summary>Gets the number of contacts that were taken. Null when Trackly sent none.</summary>
    public int? Accepted { get; init; }

    /// <summary>Gets the number of contacts that were refused. Null when Trackly sent none.</summary>
    public int? Rejected { get; init; }

    /// <summary>Gets the errors. There may be fewer than were counted.</summary>
    public IReadOnlyList<ImportError> Errors { get; init; } = [];

    public int ContactsCreated { get; init; }

    public int ListContactsCreated { get; init; }

    public int JourneysEnrolled { get; init; }
}
