using System.CommandLine;
using Durable;

// Orders are saved together with their SMS; workers in other processes send each at most once. README.md of the samples has the commands.
var postgres = new Option<string?>("--postgres") { Description = "The connection string of a PostgreSQL server. Without it, a SQLite file that all processes share." };
var file = new Option<string>("--file")
{
    Description = "The SQLite file.",
    DefaultValueFactory = static _ => Path.Combine(Path.GetTempPath(),
    "trackly-durable.db")
};
var address = new Option<string?>("--emulator")
{
    Description = "The address of an emulator. Without it and without TRACKLY_API_KEY, one is started.",
    DefaultValueFactory = static _ => Environment.GetEnvironmentVariable("TRACKLY_BASE_ADDRESS"),
};
address.Validators.Add(static result =>
{
    if (result.GetValueOrDefault<string?>() is { } value && !Uri.IsWellFormedUriString(value, UriKind.Absolute))
        result.AddError("--emulator is not an absolute address. Write it whole, for example http://127.0.0.1:5080/api/.");
});
var worker = new Option<bool>("--worker") { Description = "Only send: on PostgreSQL for more processes and more machines, on SQLite beside --api." };
var api = new Option<bool>("--api") { Description = "Only take orders." };
var demo = new Option<bool>("--demo") { Description = "Take twenty orders, kill a worker while it sends, print what became of each message, and end." };

var command = new RootCommand("A minimal API and workers that send each SMS at most once.") { postgres, file, address, worker, api, demo };
command.SetAction(async (result, cancellationToken) =>
{
    var settings = new Settings(result.GetValue(postgres), result.GetValue(file)!, result.GetValue(address) is { } emulator ? new Uri(
        emulator) : null);
    if (result.GetValue(worker))
        await SmsWorker.RunAsync(settings, cancellationToken);
    else if (result.GetValue(api))
        await OrdersApi.RunAsync(settings, cancellationToken);
    else if (result.GetValue(demo))
        return await Demo.RunAsync(settings, cancellationToken);
    else
        await Everything.RunAsync(settings, cancellationToken);
    return 0;
});
return await command.Parse(args).InvokeAsync();
