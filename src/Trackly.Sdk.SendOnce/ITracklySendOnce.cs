using System.Data.Common;

namespace Trackly.Sdk;

/// <summary>
/// Sends a message at most once for each key, however often and from however many processes the call is repeated. The keys are rows of a database
/// that all senders share. Safe to use from many threads at once.
/// </summary>
public interface ITracklySendOnce
{
    /// <summary>
    /// Sends the message unless the key was used before. If it was, the row of the key says what became of it, and nothing is sent. Only a key whose
    /// outcome is <see cref="SendOnceOutcome.NotSent"/> is sent again.
    /// </summary>
    /// <param name="key">
    /// The name of this one message, such as <c>order-1042-shipped</c>: 1 to 200 characters, compared exactly. It appears in the table and in the
    /// log, so it should hold no private data.
    /// </param>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Cancels the call. If the message had started to leave, its outcome is stored first.</param>
    /// <returns>What became of the message. A rejection and a lost response are results too.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not a valid key.</exception>
    /// <exception cref="SendOnceConflictException">The key was used before for another request. Nothing is sent.</exception>
    /// <exception cref="DbException">The database cannot be reached, or lacks the table. This call sent nothing.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    Task<SendOnceResult> SendAsync(string key, SendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates the table and its indexes where they are missing. Safe to call from several processes at once.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the table exists.</returns>
    Task EnsureSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds the row of a key. Sends nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The row, or null when nobody has used the key.</returns>
    Task<SendOnceEntry?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Lists the keys that wait for a decision, oldest claim first. Keys whose sender did not settle them in time are among them.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rows, read a page at a time.</returns>
    IAsyncEnumerable<SendOnceEntry> FindUnknownAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the key that a delivery report is about by its message id. When no row has the id, finds the unknown keys that the report may belong to;
    /// they are a hint, and the call decides none of them.
    /// </summary>
    /// <param name="delivery">The report, as a webhook received it.</param>
    /// <param name="findKeys">
    /// Finds in your own records the keys of messages to <see cref="DeliveryEvent.To"/> from <see cref="DeliveryEvent.ListNumber"/>, which the rows do
    /// not keep. Called only when no row has the message id and the report has both numbers. Keys that are not unknown are ignored, and so are keys
    /// that were claimed after the report, or over three days before it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The key, or the candidates. Neither when the report fits no key, or came before the outcome of its send was stored.</returns>
    /// <exception cref="ArgumentException"><paramref name="findKeys"/> found a string that is not a valid key.</exception>
    Task<SendOnceMatch> FindMatchAsync(
        DeliveryEvent delivery, Func<DeliveryEvent, CancellationToken, Task<IEnumerable<string>>> findKeys, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the decision of a person or a webhook about a key that is <see cref="SendOnceOutcome.Unknown"/>. It may also turn
    /// <see cref="SendOnceOutcome.Rejected"/> into <see cref="SendOnceOutcome.NotSent"/>, for example after the account was corrected. Repeating a
    /// decision changes nothing.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="outcome">
    /// <see cref="SendOnceOutcome.Accepted"/>, <see cref="SendOnceOutcome.Rejected"/>, or <see cref="SendOnceOutcome.NotSent"/>, which lets the next
    /// call with the key send the message.
    /// </param>
    /// <param name="messageId">Trackly's id of the message. Null, the default, when it is not known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the decision is stored.</returns>
    /// <exception cref="ArgumentException">The key or the message id is not valid, or the outcome is not one of the three.</exception>
    /// <exception cref="InvalidOperationException">There is no such key, or its state cannot be changed.</exception>
    Task ResolveAsync(string key, SendOnceOutcome outcome, string? messageId = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes keys that were accepted, rejected or not sent before a time, a thousand at once. A deleted key is forgotten and would be sent again,
    /// so the time must be before any call that may still be repeated. Unknown keys are never deleted.
    /// </summary>
    /// <param name="olderThan">The time, compared with the clock of the database.</param>
    /// <param name="cancellationToken">Cancels the call. What was deleted by then stays deleted.</param>
    /// <returns>The number of keys deleted.</returns>
    Task<long> DeleteSettledAsync(DateTimeOffset olderThan, CancellationToken cancellationToken = default);
}
