using System.Collections.Concurrent;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Many messages, within bounded memory.</summary>
public sealed class TracklyEmulatorLoadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TenThousandMessages_64AtOnce_WithTheRealClient_AreAllCountedAndTheNewestKept()
    {
        const int Sent = 10_000;
        const int Kept = 4_000;
        await using var emulator = await TracklyEmulator.StartAsync(new() { MaxMessages = Kept }, Token);
        using var client = emulator.CreateClient();
        var answered = new ConcurrentDictionary<string, int>();

        await Parallel.ForAsync(0, Sent, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Token }, async (number, token) =>
        {
            var sent = await client.SendAsync(Some.Request() with { ListNumber = emulator.ListNumber, Body = $"Text {number}: {{{{messageId}}}}" }, token);
            answered.TryAdd(sent.MessageId, number).Should().BeTrue("no id comes twice");
        });

        answered.Should().HaveCount(Sent);
        (emulator.QueuedMessages, emulator.Messages.Count, emulator.DroppedMessages).Should().Be((Sent, Kept, Sent - Kept));
        emulator.Messages.Select(message => message.Sequence).Should().Equal(Enumerable.Range(Sent - Kept + 1, Kept).Select(number => (long)number));
        emulator.Messages.Should().OnlyContain(message => message.Text == $"Text {answered[message.MessageId]}: {message.MessageId}");
    }

    public static TheoryData<string, string> LargeMessages => new()
    {
        { "a long string", $$"""{"x":"{{new string('x', 4_000_000)}}"}""" },
        { "many empty arrays", "{\"x\":[" + string.Concat(Enumerable.Repeat("[],", 1_000_000)) + "[]]}" },
    };

    [Theory]
    [MemberData(nameof(LargeMessages), DisableDiscoveryEnumeration = true)]
    public async Task LargeMessages_AreDropped_BeforeTheyFillTheMachine(string what, string metadata)
    {
        const int Sent = 8;
        await using var emulator = await TracklyEmulator.StartAsync(new() { MaxBytes = 64 * 1024 * 1024 }, Token);
        using var caller = new RawCaller(emulator);

        for (var number = 0; number < Sent; number++)
            await caller.SendAsync($$"""{"to":"+14155551234","list_number":"+18005551000","body":"Hi","metadata":{{metadata}}}""");

        emulator.QueuedMessages.Should().Be(Sent);
        emulator.Messages.Should().HaveCountGreaterThan(0).And.HaveCountLessThan(Sent, what);
        emulator.DroppedMessages.Should().Be(Sent - emulator.Messages.Count);
        var state = JsonDocument.Parse(await new HttpClient().GetStringAsync(new Uri(emulator.InboxAddress, "_emulator/state"), Token)).RootElement;
        state.GetProperty("max_bytes").GetInt64().Should().Be(64 * 1024 * 1024);
        state.GetProperty("bytes").GetInt64().Should().BePositive().And.BeLessThanOrEqualTo(64 * 1024 * 1024);
    }

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(1_000_000, 100)]
    public async Task MaxBytes_CountsEveryMessage_AndTheLastIsAlwaysKept(long maxBytes, int kept)
    {
        await using var emulator = await TracklyEmulator.StartAsync(new() { MaxBytes = maxBytes }, Token);
        using var caller = new RawCaller(emulator);

        for (var number = 0; number < 100; number++)
            await caller.SendMessageAsync($"Text {number}");

        emulator.Messages.Should().HaveCount(kept);
        emulator.Messages[^1].Body.Should().Be("Text 99");
        emulator.Clear();
        await caller.SendMessageAsync("After");
        emulator.Messages.Should().ContainSingle().Which.Body.Should().Be("After");
    }

    [Fact]
    public async Task Clear_RemovesMessages_AndCountsOn()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var caller = new RawCaller(emulator);
        await caller.SendMessageAsync();

        emulator.Clear();

        emulator.Messages.Should().BeEmpty();
        await caller.SendMessageAsync();
        emulator.Messages.Should().ContainSingle().Which.Should().Match<EmulatedMessage>(message => message.Sequence == 2 && message.MessageId == "9I4m0AEA");
        (emulator.QueuedMessages, emulator.DroppedMessages).Should().Be((2, 0));
    }

    [Fact]
    public async Task WatchAsync_ReadsWhatIsKeptAndWhatComes_AndEndsWithTheEmulator()
    {
        var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var caller = new RawCaller(emulator);
        await caller.SendMessageAsync();
        List<long> seen = [];

        await foreach (var message in emulator.WatchAsync(Token))
        {
            seen.Add(message.Sequence);
            if (seen.Count < 3)
                await caller.SendMessageAsync();
            else
                await emulator.DisposeAsync();
        }

        seen.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task WatchAsync_CanBeCanceled()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var reader = new CancellationTokenSource();
        await using var watching = emulator.WatchAsync(reader.Token).GetAsyncEnumerator(Token);
        var next = watching.MoveNextAsync().AsTask();

        await reader.CancelAsync();

        await next.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
    }
}
