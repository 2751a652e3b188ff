using System.Collections.Concurrent;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What the fake records, in which order, also when many threads send.</summary>
public sealed class FakeTracklyClientRecordTests
{
#if NET
    private const int Many = 2_000;
#else
    // mono keeps every timer that was ever started, and can crash at the end of the process while it sorts thousands.
    private const int Many = 200;
#endif

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_AreThoseHandedIn_AndQueuedThoseThatTracklyWouldHave()
    {
        var trackly = new FakeTracklyClient().ForNext().DoesNotSend().ForNext().LosesTheAnswer();
        var requests = Enumerable.Range(1, 3).Select(number => Some.Request() with { Body = $"Text {number}" }).ToList();

        foreach (var request in requests.Take(2))
            await trackly.Awaiting(it => it.SendAsync(request, Token)).Should().ThrowAsync<TracklyConnectionException>();
        await trackly.SendAsync(requests[2], Token);

        trackly.Requests.Should().Equal(requests);
        trackly.Queued.Should().Equal(new QueuedRequest("Na1T6x7o", requests[1]), new QueuedRequest("9I4m0AEA", requests[2]));
    }

    [Fact]
    public async Task Snapshots_TakenEarlier_DoNotChange()
    {
        var trackly = new FakeTracklyClient();
        var (requests, queued) = (trackly.Requests, trackly.Queued);

        await trackly.SendAsync(Some.Request(), Token);

        requests.Should().BeEmpty();
        queued.Should().BeEmpty();
        trackly.Requests.Should().ContainSingle();
        trackly.Queued.Should().ContainSingle();
    }

    [Fact]
    public async Task MessageIds_FollowFromTheSeed_OnEveryRuntime()
    {
        (await IdsOfThreeAsync(seed: 0)).Should().Equal("Na1T6x7o", "9I4m0AEA", "6b43B4n8");
        var others = await IdsOfThreeAsync(seed: 7);
        (await IdsOfThreeAsync(seed: 7)).Should().Equal(others).And.NotContain("Na1T6x7o");
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_LosesNoRecord_AndUsesEachLineExactly()
    {
        var trackly = new FakeTracklyClient().ForNext(Many / 10).DoesNotSend().ForNext(Many / 20).LosesTheAnswer();
        trackly.When(request => request.Body[^1] == '7').Rejects(TracklyErrorCode.InvalidPhone);
        var ids = new ConcurrentBag<string>();
        var outcomes = new ConcurrentBag<SendOutcome>();

        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => Task.Run(async () =>
        {
            try
            {
                ids.Add((await trackly.SendAsync(Some.Request() with { Body = $"Text {number}" }, Token)).MessageId);
            }
            catch (TracklyException failure)
            {
                outcomes.Add(failure.Outcome);
            }
        })));

        var texts = Enumerable.Range(0, Many).Select(number => $"Text {number}").ToHashSet();
        trackly.Requests.Should().HaveCount(Many);
        texts.SetEquals(trackly.Requests.Select(request => request.Body)).Should().BeTrue("each request is recorded once");
        outcomes.Count(outcome => outcome == SendOutcome.NotSent).Should().Be(Many / 10);
        outcomes.Count(outcome => outcome == SendOutcome.Unknown).Should().Be(Many / 20);
        (ids.Count + outcomes.Count).Should().Be(Many);
        trackly.Queued.Should().HaveCount(ids.Count + (Many / 20));
        var queued = trackly.Queued.ToDictionary(message => message.MessageId, message => message.Request.Body);
        queued.Values.Distinct().Should().HaveCount(queued.Count, "no message is queued twice");
        ids.Should().OnlyContain(id => queued.ContainsKey(id));
    }

    private static async Task<IReadOnlyList<string>> IdsOfThreeAsync(int seed)
    {
        var trackly = new FakeTracklyClient(seed: seed);
        for (var number = 0; number < 3; number++)
            await trackly.SendAsync(Some.Request(), Token);
        return [.. trackly.Queued.Select(message => message.MessageId)];
    }
}
