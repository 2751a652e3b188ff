using Trackly.Sdk.Contacts;

namespace Trackly.Sdk;

/// <summary>The contacts of one client.</summary>
internal sealed class TracklyContacts(OperationRunner runner) : ITracklyContacts
{
    private const int MaxConcurrency = 64;

    public Task<UpsertContactResponse> UpsertAsync(UpsertContactRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return runner.RunAsync(UpsertContactOperation.Find(request), request, cancellationToken);
    }

    public Task<UpsertContactResponse> UpsertAsync(UpsertContactRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return runner.RunAsync(UpsertContactOperation.Find(request), request, options, cancellationToken);
    }

    public async Task<Contact?> GetAsync(string phoneNumber, CancellationToken cancellationToken = default) =>
        (await runner.RunAsync(GetContactOperation.Instance, new ContactKey(phoneNumber), cancellationToken).ConfigureAwait(false)).Contact;

    public async Task<Contact?> GetAsync(string phoneNumber, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        (await runner.RunAsync(GetContactOperation.Instance, new ContactKey(phoneNumber), options, cancellationToken).ConfigureAwait(false)).Contact;

    public PagedContacts ListAsync(ContactFilter? filter = null, CancellationToken cancellationToken = default) =>
        ListAsync(filter, new TracklyRequestOptions(), cancellationToken);

    public PagedContacts ListAsync(ContactFilter? filter, TracklyRequestOptions options, CancellationToken cancellationToken = default)
    {
        TracklyClientOptionsValidator.ThrowIfInvalid(options, nameof(options));
        return new PagedContacts(ContactPages.FetchAsync(
            ContactQuery.Create(filter), (query, token) => runner.RunAsync(ListContactsOperation.Instance, query, options, token), cancellationToken), cancellationToken);
    }

    public Task<UpdateContactFieldsResponse> UpdateFieldsAsync(UpdateContactFieldsRequest request, CancellationToken cancellationToken = default) =>
        runner.RunAsync(UpdateContactFieldsOperation.Instance, request, cancellationToken);

    public Task<UpdateContactFieldsResponse> UpdateFieldsAsync(
        UpdateContactFieldsRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        runner.RunAsync(UpdateContactFieldsOperation.Instance, request, options, cancellationToken);

    public Task<UnsubscribeContactResponse> UnsubscribeAsync(string phoneNumber, string listNumber, CancellationToken cancellationToken = default) =>
        runner.RunAsync(UnsubscribeContactOperation.Instance, new ContactKey(phoneNumber, listNumber), cancellationToken);

    public Task<UnsubscribeContactResponse> UnsubscribeAsync(
        string phoneNumber, string listNumber, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        runner.RunAsync(UnsubscribeContactOperation.Instance, new ContactKey(phoneNumber, listNumber), options, cancellationToken);

    public IAsyncEnumerable<ContactImportResult> ImportAsync(
        IAsyncEnumerable<UpsertContactRequest> contacts, ContactImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        options ??= new ContactImportOptions();
        if (options.MaxConcurrency is < 1 or > MaxConcurrency)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxConcurrency, "MaxConcurrency must be from 1 to 64.");
        var request = options.Request ?? new TracklyRequestOptions();
        TracklyClientOptionsValidator.ThrowIfInvalid(request, nameof(options));
        return new ContactImport((batch, token) => runner.RunAsync(ImportContactsOperation.Find(batch), batch, request, token), options.MaxConcurrency, options.Progress)
            .RunAsync(contacts, cancellationToken);
    }
}
