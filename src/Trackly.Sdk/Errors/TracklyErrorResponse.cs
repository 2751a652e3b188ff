using System.Net;

namespace Trackly.Sdk;

/// <summary>What Trackly said when it refused a request: the status and the envelope <c>{error, code?, message?}</c>, of which only <c>error</c> is sure.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/>.</remarks>
public sealed record TracklyErrorResponse
{
    private readonly string? _safeText;
    private readonly string? _safeCode;

    /// <summary>The HTTP status code.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The machine-readable <c>code</c>. Null when Trackly sent none.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>The human text <c>error</c>, as Trackly wrote it: it may echo a phone number. Null when there is no readable envelope.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The extra text <c>message</c>, as Trackly wrote it: it may echo a phone number. Null when Trackly sent none.</summary>
    public string? Detail { get; init; }

    /// <summary>How long the server asked to wait, from <c>Retry-After</c>; zero for a date that has passed. Null when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The start of the answer as text, 64 KB at most. Null when it was empty.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>All that Trackly says for a person, as it came.</summary>
    internal string Text => string.Join(" ", new[] { ErrorMessage, Detail }.Where(static text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>The text that may go into a message. Defaults to <see cref="Text"/> with phone numbers masked.</summary>
    internal string SafeText
    {
        get => _safeText ?? Redaction.MaskNumbers(Text);
        init => _safeText = value;
    }

    /// <summary>The code that may go into a message. Defaults to <see cref="ErrorCode"/> if that looks like a code. Empty when there is none.</summary>
    internal string SafeCode
    {
        get => _safeCode ?? ErrorCode?.ToString() ?? "";
        init => _safeCode = value;
    }

    /// <summary>What became of a message that got this answer, as docs/guarantee.md has it.</summary>
    internal SendOutcome UsualOutcome => (int)StatusCode switch
    {
        408 or 425 or 429 => SendOutcome.NotSent,
        503 when RetryAfter is not null => SendOutcome.NotSent,
        >= 200 and < 500 => SendOutcome.Rejected,
        _ => SendOutcome.Unknown,
    };

    /// <summary>Compares what Trackly said; what may be shown of it is no part of that.</summary>
    /// <param name="other">What Trackly said another time. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(TracklyErrorResponse? other) => other is not null && All == other.All;

    /// <summary>Returns the hash of what Trackly said.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => All.GetHashCode();

    /// <summary>Names the status and the code, never a text that may echo a phone number.</summary>
    /// <returns>A text without a phone number or message text.</returns>
    public override string ToString() =>
        $"TracklyErrorResponse {{ StatusCode = {(int)StatusCode}, ErrorCode = {(SafeCode.Length > 0 ? SafeCode : "none")} }}";

    private (HttpStatusCode, TracklyErrorCode?, string?, string?, TimeSpan?, string?) All => (StatusCode, ErrorCode, ErrorMessage, Detail, RetryAfter, ResponseBody);
}
