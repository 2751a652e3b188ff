using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

// Where send-once keeps its keys: a SQLite file, or the PostgreSQL database of a connection string.
var folder = Directory.CreateTempSubdirectory("trackly-native-");
await using DbDataSource database = args is [var connectionString]
    ? NpgsqlDataSource.Create(connectionString)
    : SqliteFactory.Instance.CreateDataSource($"Data Source={Path.Combine(folder.FullName, "keys.db")};Pooling=False");
await using var emulator = await TracklyEmulator.StartAsync();

// The same keys work in appsettings.json and in environment variables, such as Trackly__Retry__Mode.
var settings = new Dictionary<string, string?>
{
    ["Trackly:ApiKey"] = emulator.ApiKey,
    ["Trackly:BaseAddress"] = emulator.BaseAddress.ToString(),
    ["Trackly:Timeout"] = "00:00:30",
    ["Trackly:Retry:Mode"] = "AtMostOnce",
    ["Trackly:RecipientPolicy:Allow:0"] = "+1*",
    ["Incomplete:Timeout"] = "00:00:30",
};
var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

var services = new ServiceCollection();
services.AddTrackly(configuration.GetSection("Trackly"));
services.AddKeyedTrackly("incomplete", configuration.GetSection("Incomplete"));
services.AddTracklySendOnce(database);
await using var provider = services.BuildServiceProvider();
var trackly = provider.GetRequiredService<ITracklyClient>();

var message = new SendRequest
{
    To = "+14155551234",
    ListNumber = emulator.ListNumber,
    Body = "Hello {{first_name}}! Ref: {{messageId}}",
    ContactData = new()
    {
        FirstName = "Zoë",
        CustomFields = new()
        {
            ["plan"] = "gold",
            ["visits"] = 12,
            ["balance"] = 19.95m,
            ["member"] = true,
            ["referrer"] = null,
            ["address"] = new JsonObject { ["city"] = "Portland", ["lines"] = new JsonArray("1 Main St", 2) },
        },
    },
    Metadata = new() { ["order_id"] = "A-1042" },
};
var sent = await trackly.SendAsync(message);
Console.WriteLine(sent.Status);
Console.WriteLine(emulator.Messages[0].ContactData);
Console.WriteLine(emulator.Messages[0].Metadata);
Console.WriteLine(provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().CurrentValue.Retry.Mode);

await PrintFailureAsync(() => trackly.SendAsync(message with { ListNumber = "+18005559999" }));
await PrintFailureAsync(() => trackly.SendAsync(message with { To = "tomorrow", Body = "" }));
await PrintFailureAsync(() => trackly.SendAsync(message with { To = "+4930123456" }));
await PrintFailureAsync(() => provider.GetRequiredKeyedService<ITracklyClient>("incomplete").SendAsync(message));

var sendOnce = provider.GetRequiredService<ITracklySendOnce>();
await sendOnce.EnsureSchemaAsync();
for (var call = 1; call <= 2; call++)
{
    var result = await sendOnce.SendAsync("order-1042-shipped", message);
    Console.WriteLine($"{result.Outcome}, by an earlier call: {result.AlreadySent}");
}

Console.WriteLine($"messages: {emulator.Messages.Count}");
folder.Delete(recursive: true);

static async Task PrintFailureAsync(Func<Task> send)
{
    try
    {
        await send();
    }
    catch (Exception exception) when (exception is TracklyException or OptionsValidationException)
    {
        Console.WriteLine(exception.Message);
    }
}
