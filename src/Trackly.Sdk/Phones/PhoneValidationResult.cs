namespace Trackly.Sdk;

/// <summary>Represents what became of one number of <see cref="ITracklyPhones.ValidateManyAsync"/>.</summary>
public sealed record PhoneValidationResult
{
    /// <summary>Gets the position among the numbers, from 0.</summary>
    public long Index { get; init; }

    /// <summary>Gets the number as it was passed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>
    /// Gets the outcome: <see cref="SendOutcome.Accepted"/> with a <see cref="Validation"/>; <see cref="SendOutcome.Rejected"/> with Trackly's <see cref="ErrorCode"/>;
    /// that of the <see cref="Failure"/>; or <see cref="SendOutcome.Unknown"/> with none of them when the response had no result for the number.
    /// </summary>
    public SendOutcome Outcome { get; init; }

    /// <summary>Gets what is known about the number. Null when it was not validated.</summary>
    public PhoneValidation? Validation { get; init; }

    /// <summary>Gets the code with which Trackly refused this number. Null when it did not, or gave none.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>Gets Trackly's own words about the error, which may repeat the number. Null when there are none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets why the number, or the call that carried it, failed. Null when the call was accepted.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Returns the position and the outcome, never the number.</summary>
    /// <returns>A string such as <c>PhoneValidationResult { Index = 7, Outcome = Accepted }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"PhoneValidationResult {{ Index = {Index}, Outcome = {Outcome} }}");
}
