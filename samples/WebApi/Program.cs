using System.Text.Json;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["Trackly:ApiKey"] ??= builder.Configuration["TRACKLY_API_KEY"];
if (builder.Configuration["TRACKLY_BASE_ADDRESS"] is { } address)
    builder.Configuration["Trackly:BaseAddress"] ??= address; // such as that of a running trackly-emulator
var isDemo = args.Contains("--demo") || string.IsNullOrEmpty(builder.Configuration["Trackly:ApiKey"]);
await using var emulator = isDemo ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
    Demo.Prepare(builder, emulator);

builder.Services.AddTrackly(builder.Configuration.GetSection("Trackly"));
builder.Services.AddTracklyWebhooks();
builder.Services.AddSingleton<MessageStates>();
builder.Services.AddSingleton<ITracklyWebhookHandler>(provider => provider.GetRequiredService<MessageStates>());
builder.Services.AddHealthChecks().AddTrackly();
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapTracklyWebhooks("/webhooks/trackly/{secret}");
app.MapGet("/messages/{id}", (string id, MessageStates states) => states.Find(id) is { } state ? Results.Ok(state) : Results.NotFound());
app.MapPost("/messages", async (NewMessage message, ITracklyClient trackly, MessageStates states, HttpContext http) =>
{
    try
    {
        var sent = await trackly.SendAsync(message.ToRequest(), http.RequestAborted);
        states.Keep(sent.MessageId, new DeliveryStatus(sent.Status.Value));
        return Results.Accepted($"/messages/{sent.MessageId}", new MessageState(sent.MessageId, sent.Status.Value));
    }
    catch (TracklyException failure)
    {
        return failure.ToProblemResult();
    }
    catch (TracklyCanceledException)
    {
        return Results.Empty; // the caller is gone: nobody reads a response
    }
});

if (emulator is not null)
    await Demo.RunAsync(app, emulator);
else
    await app.RunAsync();
