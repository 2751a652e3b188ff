namespace Trackly.Sdk.Phones;

/// <summary>What the response of a batch says about one of its numbers.</summary>
internal sealed class PhoneItem(PhoneValidation? validation, string? code, string? error)
{
    public PhoneValidation? Validation => validation;

    public string? Code => code;

    public string? Error => error;
}
