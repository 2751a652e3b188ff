using System.Globalization;
using Contacts;
using CsvHelper;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

// Imports contacts from a CSV file, lists them, and opts one out. With TRACKLY_API_KEY and TRACKLY_LIST_NUMBER set, and a file as its argument, it changes a real account.
var options = new TracklyClientOptions { ApiKey = Environment.GetEnvironmentVariable("TRACKLY_API_KEY") ?? "" };
var (file, list) = (args.FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "contacts.csv"), Environment.GetEnvironmentVariable("TRACKLY_LIST_NUMBER") ?? "");
await using var emulator = options.ApiKey is "" ? await TracklyEmulator.StartAsync() : null;
if (emulator is not null)
{
    Console.WriteLine("TRACKLY_API_KEY is not set: working on an emulator on this machine.");
    (options.ApiKey, options.BaseAddress, list) = (emulator.ApiKey, emulator.BaseAddress, emulator.ListNumber);
}

using var trackly = new TracklyClient(options);
try
{
    // Rows are read as the import needs them, so that the file may have any size.
    using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
    var contacts = csv.GetRecordsAsync<CsvContact>().Select(row => row.ToRequest(list));
    await foreach (var result in trackly.Contacts.ImportAsync(contacts))
    {
        // The header is line 1.
        if (result.Outcome != SendOutcome.Accepted)
            Console.WriteLine($"line {result.Index + 2}: {result.Outcome} {result.ErrorCode} {result.Failure?.Message}");
    }

    await foreach (var contact in trackly.Contacts.ListAsync(new ContactFilter { ListNumber = list }))
        Console.WriteLine($"{contact.PhoneNumber} {contact.Lists[0].CustomFields.GetValueOrDefault("first_name")}, {(contact.Lists[0].Active == true ? "active" : "opted out")}");

    if (emulator is not null)
        await OptOutAsync("+14155550100", emulator);
}
catch (TracklyException failure)
{
    Console.WriteLine($"{failure.Outcome}: {failure.Message}");
    Environment.ExitCode = 1;
}

async Task OptOutAsync(string phoneNumber, TracklyEmulator emulator)
{
    var response = await trackly.Contacts.UnsubscribeAsync(phoneNumber, list);
    Console.WriteLine($"unsubscribed: {response.Unsubscribed}");

    // Trackly accepts a message to somebody who opted out, and drops it later.
    await trackly.SendAsync(new SendRequest(phoneNumber, list, "Hello!"));
    var message = emulator.Messages.Single();
    Console.WriteLine($"a message to the same number: {message.Status}, {message.StatusDetail}");
}
