using System.Threading.Channels;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Configuration["Trackly:ApiKey"] ??= builder.Configuration["TRACKLY_API_KEY"];
if (builder.Configuration["TRACKLY_BASE_ADDRESS"] is { } address)
    builder.Configuration["Trackly:BaseAddress"] ??= address; // such as that of a running trackly-emulator
await using var emulator = string.IsNullOrEmpty(builder.Configuration["Trackly:ApiKey"]) ? await TracklyEmulator.StartAsync() : null;

var client = builder.Services.AddTrackly(builder.Configuration.GetSection("Trackly"));
builder.Services.AddSingleton(Channel.CreateUnbounded<SendRequest>());
builder.Services.AddSingleton(Channel.CreateUnbounded<ProcessedMessage>());
builder.Services.AddHostedService<Sender>();
// Lets the send in progress finish on shutdown: a little longer than Timeout, which bounds one call.
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(65));
if (emulator is not null)
    Demo.Prepare(builder, client, emulator);

using var host = builder.Build();
await host.StartAsync();
var stopped = host.WaitForShutdownAsync();

// Each number on the command line gets one message.
var orders = emulator is not null ? Demo.CreateOrders(emulator.ListNumber) : [.. args.Select((to, index) => new SendRequest
{
    To = to,
    ListNumber = builder.Configuration["TRACKLY_LIST_NUMBER"] ?? "",
    Body = "Your parcel is here.",
    Metadata = new() { ["order"] = $"A-{index + 1}" },
})];
foreach (var order in orders)
    host.Services.GetRequiredService<Channel<SendRequest>>().Writer.TryWrite(order);

var remaining = orders.Length;
await foreach (var result in host.Services.GetRequiredService<Channel<ProcessedMessage>>().Reader.ReadAllAsync())
{
    Console.WriteLine(result);
    if (--remaining == 0)
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
}

await stopped;
