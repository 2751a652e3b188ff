using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Messages;

/// <summary>The checks that every message has in common.</summary>
internal static class MessageRules
{
    public static void Check(string? to, string? listNumber, string? body, RequestErrors errors)
    {
        errors.RequireNumber(to, "to", "the recipient's number", "+14155551234", TracklyErrorCode.MissingTo, TracklyErrorCode.InvalidPhone);
        errors.RequireNumber(
            listNumber, "list_number", "the number of a sending list of your account", "+18005551000",
            TracklyErrorCode.MissingListNumber, TracklyErrorCode.InvalidListNumber);
        errors.RequireText(body, "body", TracklyErrorCode.MissingBody);
    }
}
