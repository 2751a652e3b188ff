using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

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
