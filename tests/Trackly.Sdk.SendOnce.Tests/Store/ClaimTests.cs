using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Tests.Store;

public sealed class ClaimTests
{
    private readonly MachineClock _clock = new();

    [Fact]
    public void Elapsed_OfAMachineThatWasSuspended_IsTheTimeOfItsCalendar()
    {
        var claim = Create();

        _clock.Calendar += TimeSpan.FromSeconds(10);

        claim.Elapsed.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Elapsed_OfAMachineWhoseCalendarIsSetBack_IsTheTimeOfItsTimer()
    {
        var claim = Create();

        _clock.Timer += TimeSpan.FromSeconds(20);
        _clock.Calendar -= TimeSpan.FromSeconds(10);

        claim.Elapsed.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Owner_NamesMachineAndProcess_AndIsThatOfOneCall()
    {
        var (first, second) = (Create(), Create());

        first.Owner.Should().StartWith($"{Environment.MachineName}:{Environment.ProcessId}:").And.MatchRegex(":[0-9a-f]{32}$");
        second.Owner.Should().NotBe(first.Owner);
    }

    private Claim Create() => new("order-1", "fingerprint", _clock);

    private sealed class MachineClock : TimeProvider
    {
        public DateTimeOffset Calendar { get; set; } = DateTimeOffset.UnixEpoch;

        public TimeSpan Timer { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Calendar;

        public override long GetTimestamp() => Timer.Ticks;
    }
}
