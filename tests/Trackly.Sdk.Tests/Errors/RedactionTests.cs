namespace Trackly.Sdk.Tests.Errors;

/// <summary>Names chosen by a developer are shown in messages; possible phone numbers are not.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("order_id")]
    [InlineData("Größe")]
    [InlineData("v2.line-3")]
    public void RedactName_Identifier_IsShown(string name) => Redaction.RedactName(name).Should().BeSameAs(name);

    [Theory]
    [InlineData("")]
    [InlineData("+14155551234")]
    [InlineData("ref4155551234")]
    [InlineData("Dear Ann")]
    [InlineData("line\nbreak")]
    public void RedactName_AnythingElse_IsMasked(string name) => Redaction.RedactName(name).Should().Be("***");
}
