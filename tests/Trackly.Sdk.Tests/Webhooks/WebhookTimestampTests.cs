using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Webhooks;

public sealed class WebhookTimestampTests
{
    private static readonly DateTimeOffset HalfPastTen = new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-01-15T10:30:00.000Z")]
    [InlineData("2024-01-15T10:30:00Z")]
    [InlineData("2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00.000000")]
    [InlineData("2024-01-15 10:30:00")]
    [InlineData("2024-01-15T10:30Z")]
    [InlineData("2024-01-15T12:30:00+02:00")]
    [InlineData("2024-01-15T05:30:00.000-05:00")]
    public void Time_InAnyForm_IsUtc(string text)
    {
        using var culture = new CultureScope("ar-SA");

        var time = WebhookTimestamp.Parse(text);

        time.Should().Be(HalfPastTen);
        time!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10:30")]
    [InlineData("10:30:00.0000000")]
    [InlineData("15/01/2024 10:30")]
    [InlineData("1705314600000")]
    [InlineData("2024-13-15T10:30:00Z")]
    [InlineData("2024-zebra")]
    public void AnythingElse_IsNull(string? text) => WebhookTimestamp.Parse(text).Should().BeNull();
}
