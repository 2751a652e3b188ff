using System.Diagnostics;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>The span of a stream: its counts, and those of its messages below it.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class SendManySpanTests
{
    [Fact]
    public async Task Span_HasTheCountsAndTheMessagesBelowIt()
    {
        var spans = await RecordAsync(static client => client.SendManyAsync(
            new StreamSource().Messages(5, create: static index => StreamSource.Create(index) with { To = index == 3 ? "" : Some.Recipient }),
            StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        var stream = spans.Should().ContainSingle(static span => span.OperationName == "trackly.send_many").Which;
        stream.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Should().BeEquivalentTo(
            "trackly.operation=send_many", "server.address=app.tracklysms.com", "server.port=443",
            "trackly.messages=5", "trackly.messages.accepted=4", "trackly.messages.rejected=0", "trackly.messages.not_sent=1", "trackly.messages.unknown=0");
        stream.Status.Should().Be(ActivityStatusCode.Unset);
        spans.Where(static span => span.OperationName == "trackly.send").Should().HaveCount(5).And.OnlyContain(span => span.ParentSpanId == stream.SpanId);
        Activity.Current.Should().BeNull();
    }

    [Fact]
    public async Task Span_OfAStreamThatEndsEarly_SaysWhy()
    {
        var broken = await RecordAsync(static client => client.SendManyAsync(
            new StreamSource().Messages(1, static _ => throw new InvalidOperationException("private")), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));
        var canceled = await RecordAsync(static client => client.SendManyAsync([Some.Request()], null, new CancellationToken(canceled: true)));

        GetEnd(broken).Should().Be("_OTHER Error");
        GetEnd(canceled).Should().Be("canceled Error");
    }

    private static string GetEnd(IEnumerable<Activity> spans)
    {
        var stream = spans.Single(static span => span.OperationName == "trackly.send_many");
        return $"{stream.GetTagItem("error.type")} {stream.Status}";
    }

    private static async Task<IReadOnlyCollection<Activity>> RecordAsync(Func<ITracklyClient, IAsyncEnumerable<SendResult>> send)
    {
        var ended = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Trackly.Sdk",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var client = new StreamClientUnderTest();
        await StreamClientUnderTest.ReadAsync(send(client.Client));
        return ended;
    }
}
