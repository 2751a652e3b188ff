using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.SendOnce.Tests;

public sealed class SendOnceOptionsTests
{
    private static readonly DbDataSource Sqlite = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");

    public static TheoryData<Action<SendOnceOptions>, string> Invalid => new()
    {
        { static options => options.Lease = TimeSpan.FromMilliseconds(999),
            "SendOnceOptions.Lease is 00:00:00.9990000. Set a time from one second to one day.*" },
        { static options => options.Lease = TimeSpan.FromDays(2), "SendOnceOptions.Lease is 2.00:00:00. *" },
        { static options => options.Retention = TimeSpan.FromMinutes(59),
            "SendOnceOptions.Retention is 00:59:00. Set one hour or more, or null to keep every key.*" },
        { static options => options.Schema = "sms; DROP TABLE", "SendOnceOptions.Schema is not a plain name.*" },
        { static options => options.Schema = "", "SendOnceOptions.Schema is not a plain name.*" },
        { static options => options.TablePrefix = "1_", "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.TablePrefix = new string('p', 41), "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.TablePrefix = null!, "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.Dialect = (SendOnceDialect)7, "SendOnceOptions.Dialect is 7. Use PostgreSql, Sqlite or null.*" },
        { static options => options.Schema = "sms", "SendOnceOptions.Schema is set, but SQLite has no schemas. Leave it null.*" },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void AnOptionThatCannotWork_IsRefusedWithASentence(Action<SendOnceOptions> configure, string message)
    {
        var options = new SendOnceOptions();
        configure(options);

        var create = () => new TracklySendOnce(new FakeTracklyClient(), Sqlite, options);

        create.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void SeveralOptionsThatCannotWork_HaveASentenceEach()
    {
        var create = () => new TracklySendOnce(new FakeTracklyClient(), Sqlite, new SendOnceOptions { Lease = TimeSpan.Zero, TablePrefix = "1_" });

        create.Should().Throw<ArgumentException>().WithMessage(
            "SendOnceOptions.Lease is 00:00:00. Set a time from one second to one day. SendOnceOptions.TablePrefix is not a plain name.*").WithParameterName("options");
    }

    public static TheoryData<Action<SendOnceOptions>> Valid => new()
    {
        { static options => options.Lease = TimeSpan.FromSeconds(1) },
        { static options => options.Lease = TimeSpan.FromDays(1) },
        { static options => options.Retention = TimeSpan.FromHours(1) },
        { static options => (options.Schema, options.Dialect) = (new string('s', 63), SendOnceDialect.PostgreSql) },
        { static options => options.TablePrefix = "" },
        { static options => options.TablePrefix = new string('p', 40) },
        { static options => options.TablePrefix = "_a1Z" },
        { static options => options.Dialect = SendOnceDialect.Sqlite },
    };

    [Theory]
    [MemberData(nameof(Valid), DisableDiscoveryEnumeration = true)]
    public void AnOptionAtItsLimit_IsTaken(Action<SendOnceOptions> configure) => FindErrors(configure, TimeSpan.FromMilliseconds(500)).Should().BeNull();

    [Fact]
    public void AnOptionBeyondItsLimit_IsRefused()
    {
        FindErrors(static options => (options.Schema, options.Dialect) = (new string('s', 64), SendOnceDialect.PostgreSql)).Should().ContainSingle().Which.Should().Be(
            "SendOnceOptions.Schema is not a plain name. Use letters, digits and underscores, at most 63, or null.");
        FindErrors(static options => (options.Schema, options.Dialect) = ("sms", SendOnceDialect.Sqlite)).Should().ContainSingle().Which.Should().Be(
            "SendOnceOptions.Schema is set, but SQLite has no schemas. Leave it null.");
        FindErrors(static options => options.TablePrefix = "a-b").Should().ContainSingle().Which.Should().Be(
            "SendOnceOptions.TablePrefix is not a plain name. Use letters, digits and underscores, at most 40, or \"\".");
    }

    [Fact]
    public void ALeaseThatIsNotOverTheTimeout_IsRefusedWithALongerOne()
    {
        FindErrors(static options => options.Lease = TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)).Should().ContainSingle().Which.Should().Be(
            "SendOnceOptions.Lease is 00:01:00, not over the client's Timeout of 00:01:00. Set a longer one, such as 00:02:00.");
        FindErrors(static options => options.Lease = TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(60)).Should().BeNull();
    }

    [Fact]
    public void OptionsOfTheClientThatAreNotValid_AreReportedByTheirOwnCheck() => FindErrors(static _ => { }, timeout: null).Should().BeNull();

    private static IEnumerable<string>? FindErrors(Action<SendOnceOptions> configure, TimeSpan? timeout = default)
    {
        var options = new SendOnceOptions();
        configure(options);
        return new SendOnceOptionsValidator(new ClientOptions(timeout)).Validate(name: null, options).Failures;
    }

    private sealed class ClientOptions(TimeSpan? timeout) : IOptionsMonitor<TracklyClientOptions>
    {
        public TracklyClientOptions CurrentValue => throw new NotSupportedException();

        public TracklyClientOptions Get(string? name) =>
            timeout is { } time ? new() { Timeout = time } : throw new OptionsValidationException("", typeof(TracklyClientOptions), ["ApiKey is missing."]);

        public IDisposable? OnChange(Action<TracklyClientOptions, string?> listener) => null;
    }
}
