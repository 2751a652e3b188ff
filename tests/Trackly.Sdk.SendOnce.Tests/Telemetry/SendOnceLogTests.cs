using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Tests.Telemetry;

/// <summary>A message id appears in the log only if it looks like one: a server may repeat a phone number in its place.</summary>
public sealed class SendOnceLogTests
{
    [Theory]
    [InlineData("AbC12345")]
    [InlineData("a-b_c")]
    [InlineData("a123456")]
    public void FormatMessageId_AnIdAsTracklyWritesThem_IsShown(string id) => SendOnceLog.FormatMessageId(id).Should().Be(id);

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("+1415")]
    [InlineData("a b")]
    [InlineData("é")]
    public void FormatMessageId_AnythingElse_IsMasked(string id) => SendOnceLog.FormatMessageId(id).Should().Be("***");

    [Fact]
    public void FormatMessageId_IsBounded()
    {
        SendOnceLog.FormatMessageId(new string('a', 64)).Should().Be(new string('a', 64));
        SendOnceLog.FormatMessageId(new string('a', 65)).Should().Be("***");
    }

    [Fact]
    public void FormatMessageId_NoId_IsADash() => SendOnceLog.FormatMessageId(null).Should().Be("-");
}
