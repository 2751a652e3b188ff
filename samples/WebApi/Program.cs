using System.Text.Json;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration["Trackly:ApiKey"] ??= builder.Configuration["TRACKLY_API_KEY"];
var isDemo = args.Contains("--demo") || string.IsNullOrEmpty(builder.Configuration["Trackly:ApiKey"]);
await using var emulator = isDemo ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
    Demo.Prepare(builder, emulator);

builder.Services.AddTrackly(builder.Configuration.GetSection("Trackly"));
builder.Services.AddHealthChecks().AddCheck<ConfigurationCheck>("trackly-configuration");
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/messages", async (NewMessage message, ITracklyClient trackly, HttpContext http) =>
{
    try
    {
        var sent = await trackly.SendAsync(message.ToRequest(), http.RequestAborted);
        return Results.Accepted(value: new QueuedMessage(sent.MessageId, sent.Status.Value));
    }
    catch (TracklyException failure)
    {
        return SendProblem.Of(failure, http.Response);
    }
    catch (TracklyCanceledException)
    {
        return Results.Empty; // the caller is gone: nobody reads an answer
    }
});

if (emulator is not null)
    await Demo.RunAsync(app, emulator);
else
    await app.RunAsync();
