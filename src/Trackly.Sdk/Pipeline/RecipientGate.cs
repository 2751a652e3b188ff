namespace Trackly.Sdk.Pipeline;

/// <summary>Whom one state of the options lets the client text: a copy, which later changes of the policy do not reach.</summary>
internal sealed class RecipientGate
{
    private readonly string? _closed;
    private readonly string? _redirectTo;
    private readonly HashSet<string> _numbers = [];
    private readonly List<string> _prefixes = [];

    public RecipientGate(TracklyRecipientPolicy policy)
    {
        _closed = policy.BlockAll ? "RecipientPolicy.BlockAll is true." : null;
        _redirectTo = RedirectOf(policy);
        foreach (var entry in policy.Allow)
        {
            if (IsPrefix(entry))
                _prefixes.Add(entry.Substring(0, entry.Length - 1));
            else
                _numbers.Add(entry);
        }
    }

    private RecipientGate(string closed) => _closed = closed;

    /// <summary>Lets nobody through while a policy is asked for and cannot be used.</summary>
    public static RecipientGate Closed { get; } = new("the options were changed, ask for another RecipientPolicy, and are not valid. Nothing is sent until they are.");

    /// <summary>Whether an entry of <see cref="TracklyRecipientPolicy.Allow"/> is the beginning of numbers.</summary>
    public static bool IsPrefix(string entry) => entry.LastOrDefault() is '*';

    /// <summary>Whether it is the gate of such a policy.</summary>
    public bool IsOf(TracklyRecipientPolicy policy) =>
        policy.Faults.Count == 0 && policy.BlockAll == _closed is not null && RedirectOf(policy) == _redirectTo
        && new HashSet<string>(policy.Allow ?? []).SetEquals(_numbers.Concat(_prefixes.Select(static prefix => prefix + '*')));

    /// <summary>Why a valid request may not be sent. Null when it may.</summary>
    public TracklyRecipientBlockedException? RefusalOf(SendRequest request) =>
        _closed is not null ? Blocked(_closed)
        : _redirectTo is not null || Allows(request.To) ? null
        : _numbers.Count + _prefixes.Count == 0 ? Blocked("RecipientPolicy allows nobody. Set RecipientPolicy.Allow or RecipientPolicy.RedirectTo.")
        : Blocked("RecipientPolicy.Allow does not name its recipient.");

    /// <summary>The request as it goes out: to another recipient when the policy redirects it.</summary>
    public SendRequest Addressed(SendRequest request) =>
        _redirectTo is null || Allows(request.To) ? request : request with { To = _redirectTo };

    /// <summary>Before .NET 10 a null in a JSON file arrives as an empty text.</summary>
    private static string? RedirectOf(TracklyRecipientPolicy policy) => policy.RedirectTo is "" ? null : policy.RedirectTo;

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
