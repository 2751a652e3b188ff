using System.CommandLine;
using Trackly.Sdk.CrashLab;
using Trackly.Sdk.CrashLab.Measuring;

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
var processes = new Option<int[]>("--processes")
{
    Description = "How many processes send. May be given several times.",
    DefaultValueFactory = static _ => [1, 2, 4]
};
var atOnce = new Option<int[]>("--at-once")
{
    Description = "How many messages each process sends at once. May be given several times.",
    DefaultValueFactory = static _ => [1, 8, 64]
};
var rounds = new Option<int>("--rounds") { Description = "How often each kind of send is measured.", DefaultValueFactory = static _ => 5 };
var seconds = new Option<double>("--seconds") { Description = "How long each is measured.", DefaultValueFactory = static _ => 2 };
var rows = new Option<int>("--rows") { Description = "How many settled keys both tables hold before.", DefaultValueFactory = static _ => 0 };

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

var measure = new Command("measure", "Measures send-once beside plain SendAsync and beside the same work by hand.") { store, connection, schema,
    processes, atOnce, rounds, seconds, rows };
measure.SetAction((result, cancellationToken) => Measure.RunAsync(
    new MeasureSettings(
        result.GetValue(processes)!, result.GetValue(atOnce)!, result.GetValue(rounds), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(rows)),
    GetDatabase(result), cancellationToken));

var measureWorker = new Command("measure-worker", "Sends as standard input tells it. The measurement starts and ends it.") { store, connection,
    schema, address };
measureWorker.SetAction((result, _) => MeasureWorker.RunAsync(GetDatabase(result), new Account(new Uri(result.GetValue(address)!))));

return await new RootCommand("The crash lab of Trackly.Sdk.SendOnce.") { run, worker, race, measure, measureWorker }.Parse(args).InvokeAsync();
