using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    public async Task Requests_OneObjectReusedAndChanged_RecordsWhatEachSendHeld()
    {
        var trackly = new FakeTracklyClient();
        var lines = new List<object?> { 0 };
        var request = Some.Request() with { ContactData = new() { CustomFields = new() { ["visit"] = 0 } }, Metadata = new() { ["lines"] = lines, ["tags"] = new[] { "a" } } };
        var raw = new SendRawRequest(Some.Recipient, Some.ListNumber, Some.Text) { Metadata = new() { ["visit"] = 0 } };

        for (var visit = 1; visit <= 3; visit++)
        {
            lines[0] = request.ContactData.CustomFields["visit"] = raw.Metadata["visit"] = visit;
            request.ContactData.FirstName = $"Ann {visit}";
            await trackly.SendAsync(request, Token);
            await trackly.SendRawAsync(raw, Token);
        }

        trackly.Requests.Select(static sent => sent.ContactData!.FirstName).Should().Equal("Ann 1", "Ann 2", "Ann 3");
        trackly.Requests.Select(static sent => sent.ContactData!.CustomFields!["visit"]).Should().Equal(1, 2, 3);
        trackly.Requests.Select(static sent => ((IEnumerable<object?>)sent.Metadata!["lines"]!).Single()).Should().Equal(1, 2, 3);
        trackly.Requests.Should().OnlyContain(static sent => ((string[])sent.Metadata!["tags"]!).Single() == "a", "an array stays one");
        trackly.RawRequests.Select(static sent => sent.Metadata!["visit"]).Should().Equal(1, 2, 3);
        trackly.Queued.Select(static message => message.Request).Should().Contain(trackly.Requests).And.HaveCount(6);
    }

    [Fact]
    public async Task Requests_ValuesOfEachKind_AreCopiesThatAreEqual()
    {
        var trackly = new FakeTracklyClient();
        var node = new JsonObject { ["a"] = 1 };
        using var document = JsonDocument.Parse("""{"a":[1]}""");
        var request = Some.Request() with
        {
            Metadata = new()
            {
                ["node"] = node,
                ["document"] = document,
                ["element"] = document.RootElement,
                ["bytes"] = new byte[] { 1, 2 },
                ["items"] = new object?[] { 1, new List<string> { "x" }, null },
                ["members"] = new Dictionary<string, int> { ["a"] = 1 },
                ["number"] = 1.5m,
            },
        };

        await trackly.SendAsync(request, Token);

        var sent = trackly.Requests.Single();
        sent.Should().Be(request).And.NotBeSameAs(request);
        node["a"] = 2;
        sent.Metadata!["node"].Should().BeOfType<JsonObject>().Which["a"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task SendAsync_SequencesOfEachKind_AreReadOnceAndEndAsWithTheRealClient()
    {
        var trackly = new FakeTracklyClient();
        var lines = new OneTimeSequence("a", "b");
        var cycle = new Dictionary<string, object?>();
        cycle["self"] = cycle;

        await trackly.SendAsync(Some.Request() with { Metadata = new() { ["lines"] = lines } }, Token);
        lines.Reads.Should().Be(1);
        trackly.Requests[0].Should().Be(Some.Request() with { Metadata = new() { ["lines"] = new List<string> { "a", "b" } } });

        (await FailAsync(trackly, cycle)).Should().Contain("contains itself");
        (await FailAsync(trackly, new object[] { new ThrowingDictionary() })).Should().Contain("metadata.value[0]").And.Contain("throws System.TimeoutException");
        (await FailAsync(trackly, new Dictionary<int, int> { [1] = 1 })).Should().Contain("has a key of the type System.Int32");
        (await FailAsync(trackly, Enumerable.Repeat(1, int.MaxValue))).Should().Contain("5 MB");
        trackly.Requests.Should().HaveCount(5, "invalid requests are recorded too");
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

    private static async Task<string> FailAsync(FakeTracklyClient trackly, object value)
    {
        var send = async () => await trackly.SendAsync(Some.Request() with { Metadata = new() { ["value"] = value } }, Token);
        return (await send.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Message;
    }

    private static async Task<IReadOnlyList<string>> IdsOfThreeAsync(int seed)
    {
        var trackly = new FakeTracklyClient(seed: seed);
        for (var number = 0; number < 3; number++)
            await trackly.SendAsync(Some.Request(), Token);
        return [.. trackly.Queued.Select(message => message.MessageId)];
    }
}
