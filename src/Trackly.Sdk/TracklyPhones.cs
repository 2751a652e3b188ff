using Trackly.Sdk.Phones;

namespace Trackly.Sdk;

/// <summary>The phone validation of one client.</summary>
internal sealed class TracklyPhones(OperationRunner runner) : ITracklyPhones
{
    public Task<PhoneValidation> ValidateAsync(string phone, bool force = false, CancellationToken cancellationToken = default) =>
        runner.RunAsync(ValidatePhoneOperation.Find(force), new PhoneQuery(phone), cancellationToken);

    public Task<PhoneValidation> ValidateAsync(string phone, bool force, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        runner.RunAsync(ValidatePhoneOperation.Find(force), new PhoneQuery(phone), options, cancellationToken);

    public IAsyncEnumerable<PhoneValidationResult> ValidateManyAsync(
        IAsyncEnumerable<string> phones, bool force = false, TracklyRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phones);
        var callOptions = options ?? new TracklyRequestOptions();
        TracklyClientOptionsValidator.ThrowIfInvalid(callOptions, nameof(options));
        return new PhoneBatches((batch, token) => runner.RunAsync(ValidatePhonesOperation.Find(force), batch, callOptions, token)).ValidateAsync(phones, cancellationToken);
    }
}
