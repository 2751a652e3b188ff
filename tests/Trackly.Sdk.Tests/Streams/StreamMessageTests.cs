using Trackly.Sdk.Streams;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

public sealed class StreamMessageTests
{
    [Fact]
    public void ToString_ShowsNothingOfTheRequest() => StreamMessage.Create(7, Some.Request()).ToString().Should().Be("StreamMessage");

    [Fact]
    public void Create_KeysThatTheCallerComparesWithoutCase_AreComparedSo()
    {
        var request = Some.Request() with { Metadata = new(StringComparer.OrdinalIgnoreCase) { ["order"] = 1042 } };

        StreamMessage.Create(0, request).Request.Metadata.Should().ContainKey("ORDER");
    }
}
