using System.Data.Common;
using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Schema_IsCreatedByManyProcessesAtOnce_AndKeepsWhatIsThere()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        var others = Enumerable.Range(0, 8).Select(_ => Open(static options => options.TablePrefix = "many_")).ToList();

        await Task.WhenAll(others.Select(static other => Task.Run(() => other.EnsureSchemaAsync(Token), Token)));
        await SendOnce.EnsureSchemaAsync(Token);

        (await others[0].SendAsync("order-1", Request, Token)).AlreadySent.Should().BeFalse("it is another table");
        (await SendOnce.SendAsync("order-1", Request, Token)).AlreadySent.Should().BeTrue();
    }

    [Fact]
    public async Task AMissingTable_IsTheDatabasesOwnError_AndNothingIsSent()
    {
        var other = Open(static options => options.TablePrefix = "missing_");
        var call = () => other.SendAsync("order-1", Request, Token);

        await call.Should().ThrowAsync<DbException>();
        Sender.Transmissions.Should().Be(0);
    }

    [Fact]
    public async Task TheSchemaFile_CanBeRunByHand_AgainAndAgain_AndIsAllThatASenderNeeds()
    {
        var file = await File.ReadAllTextAsync(Repository.GetPath($"src/Trackly.Sdk.SendOnce/Sql/{Dialect}/schema.sql"), Token);
        var byHand = file.Replace("trackly_send_once", "by_hand_send_once", StringComparison.Ordinal)
            .Replace(" by_hand_send_once (", $" {Database.Table.Replace("trackly_", "by_hand_", StringComparison.Ordinal)} (", StringComparison.Ordinal);

        await Database.ExecuteAsync(byHand);
        await Database.ExecuteAsync(byHand);

        (await Open(static options => options.TablePrefix = "by_hand_").SendAsync("order-1", Request, Token)).Outcome.Should()
            .Be(SendOnceOutcome.Accepted);
    }

    [Fact]
    public async Task WhatRunsOverManyRows_UsesItsIndex()
    {
        var options = new SendOnceOptions();
        Database.Configure(options);
        var sql = new StoreSql(Dialect, options);

        (await ExplainAsync(sql.FindByMessage)).Should().Contain("ix_trackly_send_once_message");
        (await ExplainAsync(sql.FindUnknown)).Should().Contain("ix_trackly_send_once_open");
        (await ExplainAsync(sql.ExpireAll)).Should().Contain("ix_trackly_send_once_open");
        (await ExplainAsync(sql.DeleteSettled)).Should().Contain("ix_trackly_send_once_settled");
    }

    [Fact]
    public async Task AStateThatSomebodyMisspelled_IsUnknown_AndNobodySendsIt()
    {
        await LoseAsync("order-1");
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET state = 'notsent'");

        (await SendOnce.SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, AlreadySent = true });
        Sender.Transmissions.Should().Be(1);
    }

    private Task<string> ExplainAsync(string statement) => Database.ExplainAsync(statement.Replace("@message_id", "'AbC12345'", StringComparison.Ordinal)
        .Replace("@after_ms", "0", StringComparison.Ordinal).Replace("@after_key", "''", StringComparison.Ordinal)
        .Replace("@older_ms", "0", StringComparison.Ordinal).Replace("@limit", "1000", StringComparison.Ordinal));
}
