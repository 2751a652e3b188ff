namespace Trackly.Sdk.Tests.Errors;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("+14155551234", "+***********")]
    [InlineData("+1 (415) 555-1234", "+* (***) ***-****")]
    [InlineData("415.555.1234 and 0049 151 2345", "***.***.**** and **** *** ****")]
    [InlineData("to=+14155551234,list=+18005551000", "to=+***********,list=+***********")]
    [InlineData("abc14155551234def", "abc***********def")]
    [InlineData("+\u0661\u0664\u0661\u0665\u0665\u0665", "+******")]
    [InlineData("+1\uFF14\uFF11\uFF15", "+****")]
    [InlineData("1234", "****")]
    public void MaskNumbers_MayBeAPhoneNumber_HidesEveryDigit(string text, string masked) => Redaction.MaskNumbers(text).Should().Be(masked);

    [Theory]
    [InlineData("")]
    [InlineData("The to field is not a valid E.164 phone number.")]
    [InlineData("At most 5 MB in 3 parts")]
    [InlineData("123")]
    [InlineData("in 1 - 2 - 3 - 4 steps")]
    [InlineData("12a34")]
    public void MaskNumbers_NoPhoneNumber_StaysReadable(string text) => Redaction.MaskNumbers(text).Should().BeSameAs(text);
}
