namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>An immutable snapshot of a recipient policy: decides whether a number may be texted.</summary>
internal sealed class RecipientFilter
{
    private readonly bool _blocksAll;
    private readonly string? _redirectTo;
    private readonly HashSet<string> _numbers = [];
    private readonly List<string> _prefixes = [];

    public RecipientFilter(TracklyRecipientPolicy policy)
    {
        _blocksAll = policy.BlockAll;
        // Before .NET 10 a null in a JSON file arrives as an empty string.
        _redirectTo = policy.RedirectTo is "" ? null : policy.RedirectTo;
        foreach (var entry in policy.Allow)
        {
            if (IsPrefix(entry))
                _prefixes.Add(entry.Substring(0, entry.Length - 1));
            else
                _numbers.Add(entry);
        }
    }

    /// <summary>Returns whether an entry of <see cref="TracklyRecipientPolicy.Allow"/> is the start of numbers.</summary>
    public static bool IsPrefix(string entry) => entry.LastOrDefault() is '*';

    /// <summary>Returns the number that gets the message: the recipient, or the one that the policy redirects to.</summary>
    /// <exception cref="TracklyRecipientBlockedException">The policy blocks the recipient.</exception>
    public string Map(string number) =>
        _blocksAll ? throw Block("RecipientPolicy.BlockAll is true.")
        : Allows(number) ? number
        : _redirectTo is not null ? _redirectTo
        : _numbers.Count + _prefixes.Count == 0 ? throw Block("RecipientPolicy allows nobody. Set RecipientPolicy.Allow or RecipientPolicy.RedirectTo.")
        : throw Block("The recipient is not in RecipientPolicy.Allow.");

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

    private static TracklyRecipientBlockedException Block(string reason) => new($"The message was not sent. {reason}");
}
