namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Finds a string in longer ones, ignoring case, in linear time, with the algorithm of Knuth, Morris and Pratt.</summary>
/// <remarks>
/// The search of .NET, and that of its regular expressions without backtracking, compares a candidate again at each place. Two strings that
/// repeat one character then take as long as the product of their lengths, and both come from outside.
/// </remarks>
internal sealed class TextSearch
{
    private readonly string _pattern;

    // How many characters of the pattern still match when the character after so many does not.
    private readonly int[] _fallback;

    public TextSearch(string pattern)
    {
        _pattern = pattern.ToUpperInvariant();
        _fallback = new int[_pattern.Length];
        for (var (index, matched) = (1, 0); index < _pattern.Length; index++)
            _fallback[index] = matched = Advance(matched, _pattern[index]);
    }

    public bool IsIn(ReadOnlySpan<char> text)
    {
        var matched = 0;
        foreach (var character in text)
        {
            matched = Advance(matched, char.ToUpperInvariant(character));
            if (matched == _pattern.Length)
                return true;
        }

        return false;
    }

    private int Advance(int matched, char character)
    {
        while (matched > 0 && _pattern[matched] != character)
            matched = _fallback[matched - 1];
        return _pattern[matched] == character ? matched + 1 : matched;
    }
}
