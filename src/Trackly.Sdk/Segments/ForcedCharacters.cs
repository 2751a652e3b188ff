namespace Trackly.Sdk;

/// <summary>Collects the characters that force UCS-2, each once, in order of first occurrence.</summary>
internal sealed class ForcedCharacters
{
    /// <summary>The character that is sent in place of an unpaired surrogate, which UTF-8 cannot encode.</summary>
    private const int Replacement = 0xFFFD;

    private readonly Dictionary<int, int> _places = [];
    private readonly List<(int CodePoint, int FirstIndex, int Occurrences)> _found = [];

    public void Add(string text, int index, int units)
    {
        var codePoint = units == 2 ? char.ConvertToUtf32(text, index) : char.IsSurrogate(text[index]) ? Replacement : text[index];
        if (_places.TryGetValue(codePoint, out var place))
        {
            _found[place] = _found[place] with { Occurrences = _found[place].Occurrences + 1 };
        }
        else
        {
            _places.Add(codePoint, _found.Count);
            _found.Add((codePoint, index, Occurrences: 1));
        }
    }

    public IReadOnlyList<SmsUnicodeCharacter> ToList() => _found.ConvertAll(static found => new SmsUnicodeCharacter
    {
        Character = char.ConvertFromUtf32(found.CodePoint),
        CodePoint = found.CodePoint,
        Occurrences = found.Occurrences,
        FirstIndex = found.FirstIndex,
    });
}
