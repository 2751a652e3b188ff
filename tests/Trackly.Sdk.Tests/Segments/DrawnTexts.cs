using CsCheck;

namespace Trackly.Sdk.Tests.Segments;

/// <summary>Random texts that are the same in every run. Many of them end near a segment limit.</summary>
internal static class DrawnTexts
{
    private const uint Stream = 23_038;

    private static readonly Gen<string> Basic = Gen.OneOf(
        [.. GsmTables.Basic.Where(static character => GsmTables.FindSeptets(character) is not null).Select(static character => character.ToString())]);

    private static readonly Gen<string> Extended = Gen.OneOf([.. GsmTables.Extension.Values.Select(static character => character.ToString())]);

    private static readonly Gen<string> Pair = Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32);

    /// <summary>Includes lone surrogates; two adjacent ones may form one character.</summary>
    private static readonly Gen<string> Anything = Gen.Char[char.MinValue, char.MaxValue].Select(static character => character.ToString());

    private static readonly Gen<string> Half = Gen.Char['\uD800', '\uDFFF'].Select(static character => character.ToString());

    private static readonly Gen<string> Few = Gen.OneOf("я", "’", "😀", "…", "a");

    private static readonly Gen<int> Length = Gen.Frequency(
        (2, Gen.Int[0, 20]), (2, Gen.Int[60, 75]), (2, Gen.Int[128, 140]), (3, Gen.Int[145, 165]), (2, Gen.Int[295, 312]), (1, Gen.Int[0, 700]));

    private static readonly Gen<string> Gsm = OfMany(Gen.Frequency((12, Basic), (1, Extended)));

    private static readonly Gen<string> GsmWithMuchOfTheExtension = OfMany(Gen.Frequency((1, Basic), (1, Extended)));

    private static readonly Gen<string> Unicode = OfMany(Gen.Frequency((8, Basic), (1, Extended), (2, Pair), (1, Anything), (1, Half), (2, Few)));

    /// <summary>Nearly full segments, separated by a character that must not be split.</summary>
    private static readonly Gen<string> GsmBorders = OfNearly(153, Extended);

    private static readonly Gen<string> UnicodeBorders = OfNearly(67, Pair);

    private static readonly Gen<string> Texts = Gen.OneOf(Gsm, GsmWithMuchOfTheExtension, Unicode, GsmBorders, UnicodeBorders);

    public static IEnumerable<string> Draw(int count)
    {
        // Sample of CsCheck would fix the seed of its first text alone.
        var random = new PCG(Stream, seed: 7);
        for (var i = 0; i < count; i++)
            yield return Texts.Generate(random, min: null, out _);
    }

    private static Gen<string> OfNearly(int segment, Gen<string> character) =>
        Gen.Select(Gen.Int[segment - 3, segment], character).Select(static (length, last) => new string('a', length) + last).Array[1, 5].Select(string.Concat);

    private static Gen<string> OfMany(Gen<string> character) => character.Array[Length].Select(string.Concat);
}
