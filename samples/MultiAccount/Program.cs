using MultiAccount;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
var settings = builder.Configuration.GetSection("Trackly");
var isDemo = string.IsNullOrEmpty(settings["Europe:ApiKey"]) || string.IsNullOrEmpty(settings["America:ApiKey"]);
await using var european = isDemo ? await Demo.EmulateAsync(builder.Configuration, "Europe", "+442079460018", seed: 1) : null;
await using var american = isDemo ? await Demo.EmulateAsync(builder.Configuration, "America", "+12025550143", seed: 2) : null;

// Registers each account under its own service key, with its own API key.
builder.Services.AddKeyedTrackly("europe", settings.GetSection("Europe"));
builder.Services.AddKeyedTrackly("america", settings.GetSection("America"));
builder.Services.AddSingleton<Notifier>();

using var host = builder.Build();
await host.StartAsync();
if (isDemo)
{
    Console.WriteLine("Trackly:Europe:ApiKey and Trackly:America:ApiKey are not set: sending to two emulators on this machine. Nobody is texted.");
    args = ["+442079460777", "+12025550177"];
}

var notifier = host.Services.GetRequiredService<Notifier>();
foreach (var recipient in args.Where(argument => argument.StartsWith('+')))
    Console.WriteLine(await notifier.NotifyAsync(recipient));
if (isDemo)
{
    Console.WriteLine(await notifier.NotifyFromTheWrongListAsync("+442079460777"));
    Console.WriteLine($"The European account queued {european!.Messages.Count} message, the American one {american!.Messages.Count}.");
}

await host.StopAsync();
