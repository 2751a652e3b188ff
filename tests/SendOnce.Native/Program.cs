using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

// One key twice, on the database that the arguments name: "sqlite FILE" or "postgres CONNECTION". The sample NativeAot sends over HTTP; here it would only be compiled again.
var trackly = new FakeTracklyClient();
await using DbDataSource database = args switch
{
    ["sqlite", var file] => SqliteFactory.Instance.CreateDataSource($"Data Source={file}"),
    ["postgres", var connection] => NpgsqlDataSource.Create(connection),
    _ => throw new ArgumentException("Use: sqlite FILE, or postgres CONNECTION."),
};

var services = new ServiceCollection();
services.AddFakeTrackly(trackly);
services.AddTracklySendOnce(database);

await using var provider = services.BuildServiceProvider();
var sendOnce = provider.GetRequiredService<ITracklySendOnce>();
await sendOnce.EnsureSchemaAsync();
var request = new SendRequest
{
    To = "+14155551234",
    ListNumber = "+18005551000",
    Body = "Your order has shipped.",
    Metadata = new() { ["order_id"] = 1042 },
};
for (var call = 1; call <= 2; call++)
{
    var result = await sendOnce.SendAsync("order-1042-shipped", request);
    Console.WriteLine($"{result.Outcome}, by an earlier call: {result.AlreadySent}");
}

Console.WriteLine($"transmissions: {trackly.Queued.Count}");
