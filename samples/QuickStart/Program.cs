using Trackly.Sdk;
using Trackly.Sdk.Testing;

var options = new TracklyClientOptions { ApiKey = Environment.GetEnvironmentVariable("TRACKLY_API_KEY") ?? "" };
var (to, from) = (args.FirstOrDefault() ?? "", Environment.GetEnvironmentVariable("TRACKLY_LIST_NUMBER") ?? "");
await using var emulator = options.ApiKey is "" ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
{
    Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
    (options.ApiKey, options.BaseAddress, to, from) = (emulator.ApiKey, emulator.BaseAddress, "+14155551234", emulator.ListNumber);
}
using var trackly = new TracklyClient(options);
try
{
    var message = new SendRequest { To = to, ListNumber = from, Body = "Hello! Your order is confirmed. Ref: {{messageId}}", WrapLinks = true };
    var sent = await trackly.SendAsync(message);
    Console.WriteLine($"{sent.MessageId} {sent.Status}");
    if (emulator is not null)
        await trackly.SendAsync(message with { ListNumber = "+18005559999" }); // a list that this account does not have
}
catch (TracklyException failure)
{
    Console.WriteLine($"{failure.Outcome}: {failure.Message}");
    Environment.ExitCode = emulator is null ? 1 : 0;
}
