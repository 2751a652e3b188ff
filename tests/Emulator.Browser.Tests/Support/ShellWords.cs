using System.Text;

namespace Emulator.Browser.Tests.Support;

/// <summary>Splits a command line as a POSIX shell does, as far as plain words, single quotes and backslashes go.</summary>
internal static class ShellWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isQuoted, isWord) = (false, false);
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == '\'')
                (isQuoted, isWord) = (!isQuoted, true);
            else if (isQuoted || !char.IsWhiteSpace(character))
                (_, isWord) = (word.Append(!isQuoted && character == '\\' ? line[++i] : character), true);
            else if (isWord)
                End();
        }

        if (isWord)
            End();
        return isQuoted ? throw new FormatException($"A quote is not closed: {line}") : words;

        void End()
        {
            words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }
}
