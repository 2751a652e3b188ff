using System.CommandLine;
using Campaign;
using CsvHelper;

var csv = new Argument<FileInfo>("csv")
{
    Description = "A CSV file with the columns id, to and text. Without it, 5,000 rows are made up, which go to an emulator only.",
    Arity = ArgumentArity.ZeroOrOne,
};
csv.AcceptExistingOnly();
var results = new Option<string>("--results") { Description = "Where the outcome of each row is written.", DefaultValueFactory = static _ => "trackly-campaign.results.csv" };
var database = new Option<string>("--database")
{
    Description = "Where it is kept which rows were sent: the same file in every run. If it is lost, every row is sent again.",
    DefaultValueFactory = static _ => "trackly-campaign.db",
};
var name = new Option<string>("--name") { Description = "The name of the campaign. Another name sends every row again.", DefaultValueFactory = static _ => "campaign" };
var address = new Option<Uri?>("--emulator")
{
    Description = "The address of an emulator that runs already. Without it and without TRACKLY_API_KEY, one is started.",
    DefaultValueFactory = static _ => Environment.GetEnvironmentVariable("TRACKLY_BASE_ADDRESS") is { Length: > 0 } address ? new Uri(address) : null,
};
var concurrency = new Option<int>("--concurrency") { Description = "How many messages are sent at once, 1 to 1,000.", DefaultValueFactory = static _ => 16 };
var perMinute = new Option<int>("--per-minute") { Description = "How many messages a minute leave: what the list can carry.", DefaultValueFactory = static _ => 17_000 };
var dryRun = new Option<bool>("--dry-run") { Description = "Only count segments and cost." };
var price = new Option<decimal>("--price") { Description = "The price of a segment, for --dry-run.", DefaultValueFactory = static _ => 0.01m };
concurrency.Validators.Add(result => AddErrorOutside(result, concurrency, 1, 1_000));
perMinute.Validators.Add(result => AddErrorOutside(result, perMinute, 1, 1_000_000));

var command = new RootCommand("Sends a message to each row of a CSV file, and no row twice, however often it is run.")
{
    csv, results, database, name, address, concurrency, perMinute, dryRun, price,
};
command.SetAction(async (result, stop) =>
{
    var file = result.GetValue(csv)?.FullName;
    try
    {
        if (result.GetValue(dryRun))
        {
            DryRun.Print(CampaignRows.Read(file), result.GetValue(price));
            return 0;
        }

        return await CampaignProgram.RunAsync(
            new CampaignSettings(
                file, result.GetValue(results)!, result.GetValue(database)!, result.GetValue(name)!, result.GetValue(address), result.GetValue(concurrency), result.GetValue(perMinute)),
            stop);
    }
    catch (CsvHelperException exception)
    {
        // All rows are read once before the first is sent.
        Console.Error.WriteLine(exception is HeaderValidationException
            ? $"The first line of {file} must name the columns id, to and text. Nothing was sent."
            : $"Line {exception.Context?.Parser?.RawRow} of {file} is not CSV. Nothing was sent.");
        return 2;
    }
});
// After Ctrl-C, the rows that are being sent still get their outcome.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

static void AddErrorOutside(System.CommandLine.Parsing.OptionResult result, Option<int> option, int min, int max)
{
    if (result.GetValueOrDefault<int>() is var value && (value < min || value > max))
        result.AddError($"{option.Name} is {value}: set it from {min} to {max}.");
}
