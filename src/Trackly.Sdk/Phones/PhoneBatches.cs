using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Phones;

/// <summary>Validates any number of phone numbers, batch by batch.</summary>
/// <param name="validateAsync">Validates one batch, in a call of its own.</param>
internal sealed class PhoneBatches(Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<PhoneItem>>> validateAsync)
{
    public async IAsyncEnumerable<PhoneValidationResult> ValidateAsync(IAsyncEnumerable<string> phones, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = phones.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            var read = 0L;
            bool isLast;
            do
            {
                List<PhoneValidationResult> batch = new(ValidatePhonesOperation.MaxPhones);
                (isLast, var interruption) = await FillAsync(batch, source, read, cancellationToken).ConfigureAwait(false);
                read += batch.Count;
                (var results, interruption) = interruption is null
                    ? await ValidateBatchAsync(batch, cancellationToken).ConfigureAwait(false)
                    : (SetFailure(batch, SendOutcome.NotSent, interruption), interruption);
                foreach (var result in results)
                    yield return result;
                if (interruption is not null)
                    ExceptionDispatchInfo.Capture(interruption).Throw();
            }
            while (!isLast);
        }
    }

    /// <summary>Fills a batch. Returns whether the source has no more, and what it threw, so that what came before is not lost.</summary>
    private static async Task<(bool IsLast, Exception? Interruption)> FillAsync(
        List<PhoneValidationResult> batch, IAsyncEnumerator<string> source, long read, CancellationToken cancellationToken)
    {
        try
        {
            while (batch.Count < ValidatePhonesOperation.MaxPhones)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                    return (true, null);
                batch.Add(Check(source.Current, read + batch.Count));
            }

            return (false, null);
        }
        catch (Exception exception)
        {
            return (true, exception);
        }
    }

    private static PhoneValidationResult Check(string phone, long index)
    {
        var errors = new RequestErrors();
        PhoneRules.Check(phone, errors);
        return new PhoneValidationResult { Index = index, Phone = phone ?? "", Outcome = SendOutcome.NotSent, Failure = errors.ToException() };
    }

    /// <summary>Validates a batch. Returns a result for each of its numbers, and what ends the enumeration after them: null when it goes on.</summary>
    private async Task<(IReadOnlyList<PhoneValidationResult> Results, Exception? Interruption)> ValidateBatchAsync(
        List<PhoneValidationResult> batch, CancellationToken cancellationToken)
    {
        string[] phones = [.. batch.Where(static result => result.Failure is null).Select(static result => result.Phone)];
        if (phones.Length == 0)
            return (batch, null);
        try
        {
            var items = await validateAsync(phones, cancellationToken).ConfigureAwait(false);
            // In order, as documented. If the number of results differs, it is not known which belongs to which number.
            var next = 0;
            return ([.. batch.Select(result => result.Failure is null ? Complete(result, items.Count == phones.Length ? items[next++] : null) : result)], null);
        }
        catch (ObjectDisposedException exception)
        {
            // The client was disposed before the call.
            return (SetFailure(batch, SendOutcome.NotSent, exception), exception);
        }
        catch (Exception exception)
        {
            var outcome = (exception as ITracklyFailure)?.Outcome ?? SendOutcome.Unknown;
            return (SetFailure(batch, outcome, exception), exception is TracklyException ? null : exception);
        }
    }

    private static List<PhoneValidationResult> SetFailure(List<PhoneValidationResult> batch, SendOutcome outcome, Exception failure) =>
        [.. batch.Select(result => result.Failure is null ? result with { Outcome = outcome, Failure = failure } : result)];

    private static PhoneValidationResult Complete(PhoneValidationResult result, PhoneItem? item) => item switch
    {
        { Validation: { } validation } => result with { Outcome = SendOutcome.Accepted, Validation = validation },
        { Code: null, Error: null } or null => result with { Outcome = SendOutcome.Unknown },
        _ => result with { Outcome = SendOutcome.Rejected, ErrorCode = item.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null, ErrorMessage = item.Error },
    };
}
