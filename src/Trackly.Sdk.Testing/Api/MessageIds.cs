namespace Trackly.Sdk.Testing.Api;

/// <summary>Creates message ids of 8 letters and digits that look random, follow from a seed and never repeat.</summary>
/// <remarks>
/// The documentation gives the length and the examples <c>a1b2c3d4</c> and <c>AbC12345</c>. That each character is any of the 62 ASCII letters and
/// digits is the emulator's choice.
/// </remarks>
internal sealed class MessageIds(int seed)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const uint Half = 62 * 62 * 62 * 62;
    private const int Rounds = 4;

    // A Feistel network maps each number to a different one, so no id repeats and none has to be stored.
    public string this[uint number]
    {
        get
        {
            uint left = number / Half, right = number % Half;
            for (var round = 0; round < Rounds; round++)
                (left, right) = (right, (left + Mix(right, round)) % Half);

            var id = new char[8];
            Write(left, id.AsSpan(0, 4));
            Write(right, id.AsSpan(4, 4));
            return new string(id);
        }
    }

    // The mixing steps of SplitMix64; System.Random does not promise the same numbers on every runtime.
    private uint Mix(uint value, int round)
    {
        var mixed = unchecked((((ulong)(uint)seed << 32) | value) + ((ulong)(round + 1) * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (uint)((mixed ^ (mixed >> 31)) % Half);
    }

    private static void Write(uint value, Span<char> place)
    {
        for (var index = place.Length - 1; index >= 0; index--, value /= (uint)Alphabet.Length)
            place[index] = Alphabet[(int)(value % (uint)Alphabet.Length)];
    }
}
