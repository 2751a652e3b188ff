using System.CommandLine;
using Trackly.Sdk.CrashLab;

// Workers send one queue over one database, and are killed at random; then every key is compared with what the emulator received.
var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = static _ => "sqlite" };
var connection = new Option<string>("--connection")
{
    Description = "The connection string. By default a temporary file, or the server that TRACKLY_TEST_POSTGRES names.",
    DefaultValueFactory = static _ => "",
};
var schema = new Option<string>("--schema") { Description = "The schema, or - for none.", DefaultValueFactory = static _ => "-" };
var address = new Option<string>("--address") { Description = "The address of the emulator.", DefaultValueFactory = static _ => "" };
var seed = new Option<int>("--seed")
{
    Description = "Decides who is killed when, and which connections break.",
    DefaultValueFactory = static _ => 1
};
var messages = new Option<int>("--messages") { Description = "How many keys are sent.", DefaultValueFactory = static _ => 5000 };
var workers = new Option<int>("--workers") { Description = "How many processes send.", DefaultValueFactory = static _ => 4 };
var killEvery = new Option<int>("--kill-every")
{
    Description = "After how many messages, on average, a worker is killed.",
    DefaultValueFactory = static _ => 200
};
var key = new Option<string>("--key") { Description = "The key to send.", DefaultValueFactory = static _ => "key" };
var tasks = new Option<int>("--tasks") { Description = "How many tasks of a process send at once.", DefaultValueFactory = static _ => 8 };

Database GetDatabase(ParseResult result) => new(result.GetValue(store)!, result.GetValue(connection)!, result.GetValue(schema)!);

var run = new Command("run", "Runs workers, kills them, and reconciles.") { store, connection, schema, seed, messages, workers, killEvery, tasks };
run.SetAction((result, cancellationToken) => Lab.RunAsync(
    new LabSettings(result.GetValue(seed), result.GetValue(messages), result.GetValue(workers), result.GetValue(killEvery), result.GetValue(tasks)),
    GetDatabase(result), cancellationToken));

var worker = new Command("worker", "Sends until the queue is empty. The lab starts and kills it.") { store, connection, schema, address, seed,
    tasks };
worker.SetAction((result, cancellationToken) => Worker.RunAsync(
    GetDatabase(result), new Account(new Uri(result.GetValue(address)!)), result.GetValue(seed), result.GetValue(tasks), cancellationToken));

var race = new Command("race", "Sends one key from many tasks, once a line arrives on standard input.") { store, connection, schema, address, key,
    tasks };
race.SetAction((result, _) => Race.RunAsync(
    GetDatabase(result), new Account(new Uri(result.GetValue(address)!)), result.GetValue(key)!, result.GetValue(tasks)));

var measure = new Command("measure", "Measures send-once beside the same work by hand.") { store, connection, schema, messages };
measure.SetAction((result, cancellationToken) => Measure.RunAsync(GetDatabase(result), result.GetValue(messages), cancellationToken));

return await new RootCommand("The crash lab of Trackly.Sdk.SendOnce.") { run, worker, race, measure }.Parse(args).InvokeAsync();
