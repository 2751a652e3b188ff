using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

var builder = Host.CreateApplicationBuilder(args);
var settings = builder.Configuration;
settings["Trackly:ApiKey"] ??= settings["TRACKLY_API_KEY"];
if (settings["TRACKLY_BASE_ADDRESS"] is { } address)
    settings["Trackly:BaseAddress"] ??= address; // such as that of a running trackly-emulator
await using var emulator = string.IsNullOrEmpty(settings["Trackly:ApiKey"]) ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
{
    Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
    (settings["Trackly:ApiKey"], settings["Trackly:BaseAddress"]) = (emulator.ApiKey, emulator.BaseAddress.AbsoluteUri);
}

// Leaves only the SDK's own log.
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
builder.Services.AddTrackly(settings.GetSection("Trackly"));
builder.Services.AddOpenTelemetry()
    .ConfigureResource(resource => resource.AddService("telemetry-sample"))
    // The SDK creates one span per call; HttpClient creates one child span per attempt.
    .WithTracing(tracing => tracing.AddSource("Trackly.Sdk").AddSource("System.Net.Http").AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter("Trackly.Sdk").AddConsoleExporter());

using var host = builder.Build();
await host.StartAsync();
var message = new SendRequest
{
    To = args.FirstOrDefault() ?? "+14155551234",
    ListNumber = emulator?.ListNumber ?? settings["TRACKLY_LIST_NUMBER"] ?? "",
    Body = "Your parcel is here.",
};
var trackly = host.Services.GetRequiredService<ITracklyClient>();
try
{
    var sent = await trackly.SendAsync(message);
    Console.WriteLine($"{sent.MessageId} {sent.Status}");
    if (emulator is not null)
        await trackly.SendAsync(message with { ListNumber = "+18005559999" }); // this span ends in an error
}
catch (TracklyException exception)
{
    Console.WriteLine($"{exception.Outcome}: {exception.Message}");
}

await host.StopAsync();
