using System.Text;

namespace Trackly.Sdk.Tests.Segments;

/// <summary>
/// Really cuts a text into parts: it encodes each character as a phone would, tries every place to cut that is between two characters, and takes the way with the
/// fewest parts. Slow, and by other means than the SDK, which counts as it goes.
/// </summary>
internal sealed class BruteForceSplitter
{
    private readonly List<int[]> _characters;

    public BruteForceSplitter(string text)
    {
        IsGsm7 = text.All(static character => GsmTables.FindSeptets(character) is not null);
        _characters = [.. IsGsm7 ? text.Select(static character => GsmTables.FindSeptets(character)!) : GetCodeUnits(text)];
        var fitsAlone = Units <= (IsGsm7 ? 160 : 70);
        UnitsPerSegment = (IsGsm7, fitsAlone) switch { (true, true) => 160, (true, false) => 153, (false, true) => 70, (false, false) => 67 };
        Parts = Cut();
    }

    public bool IsGsm7 { get; }

    public int Units => _characters.Sum(static character => character.Length);

    public int UnitsPerSegment { get; }

    /// <summary>The septets or code units of each part, as they go over the air.</summary>
    public IReadOnlyList<int[]> Parts { get; }

    /// <summary>What the phone shows that puts the parts together, each decoded by itself.</summary>
    public string Joined => string.Concat(Parts.Select(part => IsGsm7 ? FromSeptets(part) : FromCodeUnits(part)));

    /// <summary>From the end to the start: the fewest parts of the rest are one more than the fewest of what follows the best first part.</summary>
    private List<int[]> Cut()
    {
        var fewest = new int[_characters.Count + 1];
        var cuts = new int[_characters.Count];
        for (var start = _characters.Count - 1; start >= 0; start--)
        {
            fewest[start] = int.MaxValue;
            for (int end = start, units = 0; end < _characters.Count && (units += _characters[end].Length) <= UnitsPerSegment; end++)
            {
                if (fewest[end + 1] + 1 <= fewest[start])
                    (fewest[start], cuts[start]) = (fewest[end + 1] + 1, end + 1);
            }
        }

        List<int[]> parts = [];
        for (var start = 0; start < _characters.Count; start = cuts[start])
            parts.Add([.. _characters.Take(cuts[start]).Skip(start).SelectMany(static units => units)]);
        return parts;
    }

    private static IEnumerable<int[]> GetCodeUnits(string text)
    {
        for (var i = 0; i < text.Length; i++)
            yield return i + 1 < text.Length && char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]) ? [text[i], text[++i]] : [text[i]];
    }

    private static string FromSeptets(int[] septets)
    {
        var text = new StringBuilder();
        for (var i = 0; i < septets.Length; i++)
            text.Append(septets[i] == GsmTables.Escape ? GsmTables.Extension[septets[++i]] : GsmTables.Basic[septets[i]]);
        return text.ToString();
    }

    private static string FromCodeUnits(int[] units) => string.Concat(units.Select(static unit => (char)unit));
}
