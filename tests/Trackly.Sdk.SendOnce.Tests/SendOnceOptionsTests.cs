using System.Data.Common;
using Microsoft.Data.Sqlite;
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
}
