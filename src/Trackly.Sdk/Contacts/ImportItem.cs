using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary>One contact of an import.</summary>
internal sealed class ImportItem
{
    private static readonly byte[] Nothing = [];

    /// <summary>The request with its fields written, because some can be read only once.</summary>
    private readonly UpsertContactRequest? _written;

    public ImportItem(long index, UpsertContactRequest? source, ContactWriter writer)
    {
        Index = index;
        var request = Copy(source);
        Request = request!;
        var errors = new RequestErrors();
        if (request is null)
        {
            errors.Add(TracklyErrorCode.MissingContacts, "", "The contact is null: leave it out.");
        }
        else
        {
            ContactRules.Check(request, errors);
            _written = ContactRules.WriteValues(request, errors);
            Failure = errors.ToException();
            if (Failure is not null)
                return;
            Json = ContactJson.Serialize(_written, writer);
            SentNumber = request.PhoneNumber;
            ContactRules.CheckSize(Json.Length, errors);
        }

        Failure = errors.ToException();
    }

    /// <summary>Gets the position in the whole import, from 0.</summary>
    public long Index { get; }

    /// <summary>Gets a copy of the request. The source may fill the same object for its next row while this one waits to be sent.</summary>
    public UpsertContactRequest Request { get; }

    /// <summary>Gets the number that is sent, which the recipient policy may have replaced. Empty when the contact is not valid.</summary>
    public string SentNumber { get; private set; } = "";

    /// <summary>Gets the contact as it is sent.</summary>
    public byte[] Json { get; private set; } = Nothing;

    /// <summary>Gets why the contact is not sent. Null when it is.</summary>
    public TracklyException? Failure { get; private set; }

    public bool IsBlocked => Failure is TracklyRecipientBlockedException;

    public void MapRecipient(Func<string, string> map)
    {
        try
        {
            SentNumber = map(Request.PhoneNumber);
            if (SentNumber != Request.PhoneNumber)
                Json = ContactJson.Serialize(_written! with { PhoneNumber = SentNumber });
        }
        catch (TracklyRecipientBlockedException blocked)
        {
            Failure = blocked;
        }
    }

    private static UpsertContactRequest? Copy(UpsertContactRequest? request) =>
        request is null ? null : request with { CustomFields = Copy(request.CustomFields), AdditionalFields = Copy(request.AdditionalFields) };

    private static Dictionary<string, object?>? Copy(Dictionary<string, object?>? fields) => fields is null ? null : new(fields, fields.Comparer);
}
