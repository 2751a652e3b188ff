using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A list that lets out so many messages a minute: the others wait, and those that wait too long are dropped after they were accepted.</summary>
public sealed class TracklyEmulatorBacklogTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task Messages_BeyondThirtyMinutesOfTheRate_AreAcceptedAndDroppedAsStale()
    {
        Emulator.Account.Delivery.MessagesPerMinutePerList = 1;
        Emulator.Account.Delivery.ReportDelay = null;
        for (var index = 0; index < 33; index++)
            (await Caller.SendMessageAsync()).Status.Should().Be(System.Net.HttpStatusCode.OK);
        Emulator.Messages.Should().OnlyContain(static message => message.Status == "queued");

        _clock.Advance(TimeSpan.FromMinutes(29.9));
        Emulator.Messages.Should().OnlyContain(static message => message.Status == "queued");
        _clock.Advance(TimeSpan.FromMinutes(0.2));

        Emulator.Messages.Where(static message => message.Status == "dropped").Select(static message => (message.Sequence, message.StatusDetail))
            .Should().Equal((32, "stale"), (33, "stale"));
    }

    [Fact]
    public async Task Messages_OfAnotherList_DoNotWait()
    {
        Emulator.Account.AddList("+18005553000").Delivery.MessagesPerMinutePerList = 1;
        for (var index = 0; index < 32; index++)
            await Caller.SendMessageAsync();

        await Caller.SendMessageAsync(list: "+18005553000");
        _clock.Advance(TimeSpan.FromMinutes(31));

        Emulator.Messages.Single(static message => message.Status == "dropped").Sequence.Should().Be(32);
    }

    [Fact]
    public async Task TheRate_IsSetOverHttpToo()
    {
        await CallAsync("PUT", "/_emulator/accounts/default", """{"delivery":{"messages_per_minute_per_list":2,"report_delay_ms":1000}}""");
        for (var index = 0; index < 3; index++)
            await Caller.SendMessageAsync();
        Emulator.Account.Delivery.MessagesPerMinutePerList.Should().Be(2);
        Emulator.Webhooks.All.Select(webhook => webhook.NextAttemptAt - Emulator.Messages[0].ReceivedAt)
            .Should().Equal(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(61));

        await CallAsync("PUT", "/_emulator/accounts/default", """{"delivery":{"messages_per_minute_per_list":null}}""");

        Emulator.Account.Delivery.MessagesPerMinutePerList.Should().BeNull();
    }

    [Fact]
    public void MessagesPerMinutePerList_BelowOne_IsRefused() =>
        Emulator.Account.Delivery.Invoking(static delivery => delivery.MessagesPerMinutePerList = 0).Should().ThrowExactly<ArgumentOutOfRangeException>();
}
