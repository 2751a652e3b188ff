namespace Trackly.Sdk.Testing.Api;

/// <summary>What the fake and the emulator choose about the errors of a bulk response, which are not documented.</summary>
internal static class BulkErrors
{
    /// <summary>How many errors the pages about imports say that a response lists at most. Whether a bulk send has the same limit is not documented.</summary>
    public const int DefaultMaxListed = 100;

    public const int MaxMessages = 1_000;

    /// <summary>Returns whether a bulk call can refuse one message with a code, and not only the whole call: those are the codes about its fields and its list.</summary>
    public static bool IsOfOneMessage(string code) =>
        code is "missing_to" or "missing_list_number" or "missing_body" or "invalid_phone" or "invalid_list_number" or "list_not_found" or "webhook_not_configured";
}
