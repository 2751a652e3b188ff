using Trackly.Sdk;
using Trackly.Sdk.Testing;

var (key, address) = (Environment.GetEnvironmentVariable("TRACKLY_API_KEY") ?? "", Environment.GetEnvironmentVariable("TRACKLY_BASE_ADDRESS"));
await using var emulator = key is "" ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
    Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
var options = new TracklyClientOptions { ApiKey = emulator?.ApiKey ?? key };
options.BaseAddress = emulator?.BaseAddress ?? (address is null ? options.BaseAddress : new Uri(address)); // such as that of a running trackly-emulator
var isEmulated = options.BaseAddress.IsLoopback;
var (to, from) = isEmulated ? ("+14155551234", "+18005551000") : (args.FirstOrDefault() ?? "", Environment.GetEnvironmentVariable("TRACKLY_LIST_NUMBER") ?? "");
using var trackly = new TracklyClient(options);
try
{
    var message = new SendRequest { To = to, ListNumber = from, Body = "Hello! Your order is confirmed. Ref: {{messageId}}", WrapLinks = true };
    var sent = await trackly.SendAsync(message);
    Console.WriteLine($"{sent.MessageId} {sent.Status}");
    if (isEmulated)
        await trackly.SendAsync(message with { ListNumber = "+18005559999" }); // a list that this account does not have
}
catch (TracklyException failure)
{
    Console.WriteLine($"{failure.Outcome}: {failure.Message}");
    Environment.ExitCode = isEmulated ? 0 : 1;
}
