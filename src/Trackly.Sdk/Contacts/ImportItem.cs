using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary>One contact of an import.</summary>
internal sealed class ImportItem
{
    private static readonly byte[] Nothing = [];

    /// <summary>The request with its fields written, because some can be read only once.</summary>
    private readonly UpsertContactRequest? _written;

    public ImportItem(long index, UpsertContactRequest? request, ContactWriter writer)
    {
        Index = index;
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
            ContactRules.CheckSize(Json.Length, errors);
        }

        Failure = errors.ToException();
    }

    /// <summary>Gets the position in the whole import, from 0.</summary>
    public long Index { get; }

    public UpsertContactRequest Request { get; }

    /// <summary>Gets the contact as it is sent.</summary>
    public byte[] Json { get; private set; } = Nothing;

    /// <summary>Gets why the contact is not sent. Null when it is.</summary>
    public TracklyException? Failure { get; private set; }

    public bool IsBlocked => Failure is TracklyRecipientBlockedException;

    public void MapRecipient(Func<string, string> map)
    {
        try
        {
            var number = map(Request.PhoneNumber);
            if (number != Request.PhoneNumber)
                Json = ContactJson.Serialize(_written! with { PhoneNumber = number });
        }
        catch (TracklyRecipientBlockedException blocked)
        {
            Failure = blocked;
        }
    }
}
