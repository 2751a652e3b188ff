using System.Data.Common;

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
}
