namespace Trackly.Sdk.Phones;

/// <summary>The number to validate.</summary>
internal sealed class PhoneQuery
{
    public PhoneQuery(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        Phone = phone;
    }

    public string Phone { get; }
}
