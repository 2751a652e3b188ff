using System.Runtime.CompilerServices;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Phones;

/// <summary>Validates any number of phone numbers, batch by batch.</summary>
internal static class PhoneBatches
{
    /// <param name="phones">The numbers.</param>
    /// <param name="validateAsync">Validates one batch, in a call of its own.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<PhoneValidationResult> ValidateAsync(
        IAsyncEnumerable<string> phones, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<PhoneItem>>> validateAsync,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        List<PhoneValidationResult> batch = new(ValidatePhonesOperation.MaxPhones);
        await foreach (var phone in phones.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(Check(phone, index++));
            if (batch.Count < ValidatePhonesOperation.MaxPhones)
                continue;
            foreach (var result in await ValidateBatchAsync(batch, validateAsync, cancellationToken).ConfigureAwait(false))
                yield return result;
            batch.Clear();
        }

        foreach (var result in await ValidateBatchAsync(batch, validateAsync, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    private static PhoneValidationResult Check(string phone, long index)
    {
        var errors = new RequestErrors();
        PhoneRules.Check(phone, errors);
        return new PhoneValidationResult { Index = index, Phone = phone ?? "", Outcome = SendOutcome.NotSent, Failure = errors.ToException() };
    }

    private static async Task<IReadOnlyList<PhoneValidationResult>> ValidateBatchAsync(
        List<PhoneValidationResult> batch, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<PhoneItem>>> validateAsync, CancellationToken cancellationToken)
    {
        string[] phones = [.. batch.Where(static result => result.Failure is null).Select(static result => result.Phone)];
        if (phones.Length == 0)
            return [.. batch];
        try
        {
            var items = await validateAsync(phones, cancellationToken).ConfigureAwait(false);
            // In order, as documented. If the number of results differs, it is not known which belongs to which number.
            var next = 0;
            return [.. batch.Select(result => result.Failure is null ? Complete(result, items.Count == phones.Length ? items[next++] : null) : result)];
        }
        catch (TracklyException exception)
        {
            return [.. batch.Select(result => result.Failure is null ? result with { Outcome = exception.Outcome, Failure = exception } : result)];
        }
    }

    private static PhoneValidationResult Complete(PhoneValidationResult result, PhoneItem? item) => item switch
    {
        { Validation: { } validation } => result with { Outcome = SendOutcome.Accepted, Validation = validation },
        { Code: null, Error: null } or null => result with { Outcome = SendOutcome.Unknown },
        _ => result with { Outcome = SendOutcome.Rejected, ErrorCode = item.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null, ErrorMessage = item.Error },
    };
}
