namespace Trackly.Sdk.Pipeline;

/// <summary>Whom one state of the options lets the client text: a copy, which later changes of the policy do not reach.</summary>
internal sealed class RecipientGate(TracklyRecipientPolicy policy)
{
    private readonly bool _blocksAll = policy.BlockAll;
    // Before .NET 10 a null in a JSON file arrives as an empty text.
    private readonly string? _redirectTo = policy.RedirectTo is "" ? null : policy.RedirectTo;
    private readonly HashSet<string> _numbers = [.. policy.Allow.Where(static entry => !IsPrefix(entry))];
    private readonly string[] _prefixes = [.. policy.Allow.Where(IsPrefix).Select(static entry => entry.Substring(0, entry.Length - 1))];

    /// <summary>Whether an entry of <see cref="TracklyRecipientPolicy.Allow"/> is the beginning of numbers.</summary>
    public static bool IsPrefix(string entry) => entry.LastOrDefault() is '*';

    /// <summary>Why a valid request may not be sent. Null when it may.</summary>
    public TracklyRecipientBlockedException? RefusalOf(SendRequest request) =>
        _blocksAll ? Blocked("RecipientPolicy.BlockAll is true.")
        : _redirectTo is not null || Allows(request.To) ? null
        : _numbers.Count + _prefixes.Length == 0 ? Blocked("RecipientPolicy allows nobody. Set RecipientPolicy.Allow or RecipientPolicy.RedirectTo.")
        : Blocked("RecipientPolicy.Allow does not name its recipient.");

    /// <summary>The request as it goes out: to another recipient when the policy redirects it.</summary>
    public SendRequest Addressed(SendRequest request) =>
        _redirectTo is null || Allows(request.To) ? request : request with { To = _redirectTo };

    private bool Allows(string number)
    {
        if (_numbers.Contains(number))
            return true;
        foreach (var prefix in _prefixes)
        {
            if (number.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static TracklyRecipientBlockedException Blocked(string reason) => new($"The message was not sent: {reason}");
}
