namespace Trackly.Sdk;

/// <summary>Creates, reads and changes the contacts of an account. Safe to use from many threads at once.</summary>
public interface ITracklyContacts
{
    /// <summary>
    /// Creates a contact on a list, or updates it if it is there. The call is repeated after a lost response, because a repeat leaves the same contact, unless the contact is to
    /// enter journeys or has additional fields.
    /// </summary>
    /// <param name="request">The contact.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="TracklyValidationException">The request is invalid; no byte was sent.</exception>
    /// <exception cref="TracklyRecipientBlockedException">
    /// The contact is to enter journeys, and <see cref="TracklyClientOptions.RecipientPolicy"/> does not allow its number.
    /// </exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UpsertContactResponse> UpsertAsync(UpsertContactRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates or updates a contact with options of this call.</summary>
    /// <param name="request">The contact.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response.</returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; see <see cref="UpsertAsync(UpsertContactRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UpsertContactResponse> UpsertAsync(UpsertContactRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>Returns a contact with all its lists.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The contact. Null when the account has none with this number.</returns>
    /// <exception cref="TracklyValidationException">The number is not in E.164 format; no byte was sent.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<Contact?> GetAsync(string phoneNumber, CancellationToken cancellationToken = default);

    /// <summary>Returns a contact with options of this call.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The contact. Null when the account has none with this number.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<Contact?> GetAsync(string phoneNumber, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns contacts, newest first, fetching pages as the loop needs them. Trackly counts pages, so a contact that is added or removed meanwhile moves others to the next or the
    /// previous page: the loop may see one twice, or miss one.
    /// </summary>
    /// <param name="filter">Which contacts. Null, the default, means all of them.</param>
    /// <param name="cancellationToken">Ends the enumeration, between two pages and within one.</param>
    /// <returns>The contacts. A failed page throws a <see cref="TracklyException"/> in the loop.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not from 1 to 1,000.</exception>
    PagedContacts ListAsync(ContactFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Returns contacts with options for the call of each page.</summary>
    /// <param name="filter">Which contacts. Null means all of them.</param>
    /// <param name="options">The options of each call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the enumeration, between two pages and within one.</param>
    /// <returns>The contacts. A failed page throws a <see cref="TracklyException"/> in the loop.</returns>
    /// <exception cref="ArgumentException">An option is not valid, or the page size is not from 1 to 1,000.</exception>
    PagedContacts ListAsync(ContactFilter? filter, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>Changes the custom fields that a contact has on one list. If there is no such contact, it throws <see cref="TracklyInvalidRequestException"/>.</summary>
    /// <param name="request">The contact and the fields.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>All fields after the change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="TracklyValidationException">The request is invalid; no byte was sent.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UpdateContactFieldsResponse> UpdateFieldsAsync(UpdateContactFieldsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes custom fields with options of this call.</summary>
    /// <param name="request">The contact and the fields.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>All fields after the change.</returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UpdateContactFieldsResponse> UpdateFieldsAsync(UpdateContactFieldsRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>Opts a contact out of one list. Its history stays; later messages from that list to it are dropped.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TracklyValidationException">A number is not in E.164 format; no byte was sent.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UnsubscribeContactResponse> UnsubscribeAsync(string phoneNumber, string listNumber, CancellationToken cancellationToken = default);

    /// <summary>Opts a contact out with options of this call.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<UnsubscribeContactResponse> UnsubscribeAsync(string phoneNumber, string listNumber, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates or updates any number of contacts, 1,000 in a call, in bounded memory. An invalid contact, or a call that fails, is a result and not an exception, so every contact
    /// has exactly one result.
    /// </summary>
    /// <param name="contacts">The contacts. They are read as they are needed.</param>
    /// <param name="options">How the import runs. Null, the default, means every default.</param>
    /// <param name="cancellationToken">Ends the calls in flight. The contacts read so far still get their results, then the enumeration throws.</param>
    /// <returns>One result for each contact, in order. What <paramref name="contacts"/> throws is thrown after the results of what came before it.</returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is not valid.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed. The contacts read so far have their results before.</exception>
    IAsyncEnumerable<ContactImportResult> ImportAsync(
        IAsyncEnumerable<UpsertContactRequest> contacts, ContactImportOptions? options = null, CancellationToken cancellationToken = default);
}
