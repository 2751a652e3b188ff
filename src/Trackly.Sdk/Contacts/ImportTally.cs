namespace Trackly.Sdk.Contacts;

/// <summary>Counts the results of an import.</summary>
internal sealed class ImportTally
{
    private readonly long[] _outcomes = new long[4];
    private long _contactsCreated;
    private long _listContactsCreated;
    private long _journeysEnrolled;

    public void Add(ImportedBatch batch)
    {
        foreach (var result in batch.Results)
            _outcomes[(int)result.Outcome]++;
        _contactsCreated += batch.Response?.ContactsCreated ?? 0;
        _listContactsCreated += batch.Response?.ListContactsCreated ?? 0;
        _journeysEnrolled += batch.Response?.JourneysEnrolled ?? 0;
    }

    public ContactImportProgress ToProgress() => new()
    {
        Accepted = _outcomes[(int)SendOutcome.Accepted],
        Rejected = _outcomes[(int)SendOutcome.Rejected],
        NotSent = _outcomes[(int)SendOutcome.NotSent],
        Unknown = _outcomes[(int)SendOutcome.Unknown],
        ContactsCreated = _contactsCreated,
        ListContactsCreated = _listContactsCreated,
        JourneysEnrolled = _journeysEnrolled,
    };
}
