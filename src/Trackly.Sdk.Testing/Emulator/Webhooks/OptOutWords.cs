namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>Recognizes replies that opt out, and back in.</summary>
/// <remarks>
/// The words are documented; the documentation has more phrases and misspellings than it shows. Not documented, and the emulator's choice: the word is
/// the whole reply, in any case, with or without a period or an exclamation mark at its end.
/// </remarks>
internal static class OptOutWords
{
    private static readonly HashSet<string> Out = new(StringComparer.OrdinalIgnoreCase)
    {
        "STOP", "STOPALL", "UNSUBSCRIBE", "QUIT", "CANCEL", "END", "UNSUB", "REMOVE ME", "OPT OUT", "OPTOUT", "BLOCK", "WRONG",
    };

    public static bool OptsOut(string text) => Out.Contains(Normalize(text));

    public static bool OptsIn(string text) => Normalize(text).Equals("START", StringComparison.OrdinalIgnoreCase);

    private static string Normalize(string text) => text.Trim().TrimEnd('.', '!');
}
