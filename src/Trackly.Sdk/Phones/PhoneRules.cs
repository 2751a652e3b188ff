using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Phones;

/// <summary>The check of a number to validate. Its format is not checked: Trackly reads national ones too.</summary>
internal static class PhoneRules
{
    public static void Check(string? phone, RequestErrors errors) => errors.RequireText(phone, "phone", TracklyErrorCode.MissingPhones);
}
