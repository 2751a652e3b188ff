using Npgsql;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>An account with few rights.</summary>
public sealed class PostgreSqlRightsTests() : ContractTest(new PostgreSqlDatabase())
{
    private readonly string _account = $"account_{Guid.NewGuid():N}";

    [Fact]
    public async Task AnAccountThatMayUseItsSchemaAndNothingElse_CreatesTheTable()
    {
        var schema = $"{Database.Schema}_own";
        await Database.ExecuteAsync($"CREATE ROLE {_account} LOGIN PASSWORD '{_account}'; CREATE SCHEMA {schema} AUTHORIZATION {_account}");
        try
        {
            await using var source = OpenAsAccount();
            await using var watched = new WatchedDataSource(source);
            var sendOnce = Open(options => options.Schema = schema, source: watched);

            await sendOnce.EnsureSchemaAsync(Token);

            (await sendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
        }
        finally
        {
            await Database.ExecuteAsync($"DROP SCHEMA {schema} CASCADE; DROP ROLE {_account}");
        }
    }

    [Fact]
    public async Task AnAccountThatMayOnlyReadAndWriteTheTable_Sends()
    {
        await Database.ExecuteAsync($"""
            CREATE ROLE {_account} LOGIN PASSWORD '{_account}';
            GRANT USAGE ON SCHEMA {Database.Schema} TO {_account};
            GRANT SELECT, INSERT, UPDATE, DELETE ON {Database.Table} TO {_account}
            """);
        try
        {
            await using var source = OpenAsAccount();
            await using var watched = new WatchedDataSource(source);
            var sendOnce = Open(source: watched);

            await sendOnce.EnsureSchemaAsync(Token);

            (await sendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
            (await sendOnce.DeleteSettledAsync(DateTimeOffset.UnixEpoch.AddYears(100), Token)).Should().Be(1);
        }
        finally
        {
            await Database.ExecuteAsync($"DROP OWNED BY {_account}; DROP ROLE {_account}");
        }
    }

    private NpgsqlDataSource OpenAsAccount() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = _account, Password = _account, MaxPoolSize = 4 });
}
