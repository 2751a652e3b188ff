using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Tests.Store;

public sealed class StoreSqlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Shop_")]
    [InlineData("ix_trackly_send_once_")]
    public void TablePrefix_AppliesToTheTableAndToItsIndexes(string prefix)
    {
        var sql = new StoreSql(SendOnceDialect.Sqlite, new() { TablePrefix = prefix });

        sql.Find.Should().Contain($"FROM \"{prefix}send_once\"");
        sql.Schema.Should().Contain($" ix_{prefix}send_once_open ON \"{prefix}send_once\" (");
    }
}
