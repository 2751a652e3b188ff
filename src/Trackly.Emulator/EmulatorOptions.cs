using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>The options of the command line: their descriptions, defaults and errors.</summary>
internal sealed class EmulatorOptions
{
    private const int DefaultPort = 5080;
    private const int MaxPort = 65_535;

    public Option<int> Port { get; } = CreateNumber("--port", "The port to listen on. 0 means any free port.", DefaultPort, min: 0, max: MaxPort);

    public Option<IPAddress> Host { get; } = new("--host")
    {
        Description = "The address to listen on. On any but a loopback address, everyone who can reach this machine can read the messages and script faults.",
        HelpName = "address",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ReadAddress,
    };

    public Option<string[]> AllowedHosts { get; } = new("--allow-host")
    {
        Description = "A host name by which the emulator can be called, such as the name of a compose service. Can be repeated.",
        HelpName = "name",
    };

    // The key of the documentation's own example, so that the example works when only the address is changed.
    public Option<string> Key { get; } = new("--key") { Description = "The API key to accept.", DefaultValueFactory = _ => new TracklyEmulatorOptions().ApiKey };

    public Option<string[]> Lists { get; } = new("--list")
    {
        Description = $"A list that can send, instead of {string.Join(" and ", ListSetting.Defaults)}. Can be repeated. A status can follow: +18005553000=paused or =unverified.",
        HelpName = "number",
    };

    public Option<Uri?> Webhook { get; } = new("--webhook")
    {
        Description = "The address of your application to post delivery reports, opt-outs and replies to.",
        HelpName = "address",
        CustomParser = ReadWebhook,
    };

    public Option<int> Seed { get; } =
        CreateNumber("--seed", "The seed of the message ids: the same seed gives the same ids.", defaultValue: 0, int.MinValue, int.MaxValue);

    public Option<FileInfo?> Faults { get; } = new("--faults") { Description = "A file with faults to start with: JSON as for PUT /_emulator/faults.", HelpName = "file" };

    public Option<FileInfo?> Store { get; } = new("--store") { Description = "A file that keeps the messages, so that they are there after a restart.", HelpName = "file" };

    public Option<int> MaxMessages { get; } =
        CreateNumber("--max-messages", "How many messages are kept. The oldest are dropped.", defaultValue: 10_000, min: 1, int.MaxValue);

    public Option<int> MaxBytes { get; } = CreateNumber(
        "--max-bytes", "How many bytes of memory the kept messages can take. The oldest are dropped.", defaultValue: 256 * 1024 * 1024, min: 1, int.MaxValue);

    public Option<bool> ShowTexts { get; } = new("--show-texts") { Description = "Print phone numbers and message bodies to the console, not only ids." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON object per line, for scripts: start, requests, webhooks, failures of the emulator, end." };

    public Option<bool> Open { get; } = new("--open") { Description = "Open the inbox in the browser." };

    public IEnumerable<Option> All => [Port, Host, AllowedHosts, Key, Lists, Webhook, Seed, Faults, Store, MaxMessages, MaxBytes, ShowTexts, Json, Open];

    public void AddValidators()
    {
        Key.Validators.Add(result => Check(result, "--key", () => new EmulatedAccount("to check").AddKey(result.GetValue(Key)!)));
        Lists.Validators.Add(result => Check(result, "--list", () => ReadLists(result.GetValue(Lists))));
        AllowedHosts.Validators.Add(result =>
        {
            if (result.GetValue(AllowedHosts)!.Any(name => Uri.CheckHostName(name) is UriHostNameType.Unknown))
                result.AddError("--allow-host must be a host name without scheme and port, such as emulator.");
        });
    }

    public Settings Read(ParseResult result) => new()
    {
        Address = result.GetValue(Host)!,
        Port = result.GetValue(Port),
        Key = result.GetValue(Key)!,
        Lists = ReadLists(result.GetValue(Lists)),
        Webhook = result.GetValue(Webhook),
        Seed = result.GetValue(Seed),
        Faults = result.GetValue(Faults),
        Store = result.GetValue(Store),
        MaxMessages = result.GetValue(MaxMessages),
        MaxBytes = result.GetValue(MaxBytes),
        AllowedHosts = result.GetValue(AllowedHosts) ?? [],
        ShowTexts = result.GetValue(ShowTexts),
        Json = result.GetValue(Json),
        Open = result.GetValue(Open),
    };

    private static IReadOnlyList<ListSetting> ReadLists(string[]? lists) => lists is { Length: > 0 } ? ListSetting.ParseAll(lists) : ListSetting.Defaults;

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        var value = result.Tokens.Single().Value;
        if (value == "localhost")
            return IPAddress.Loopback;
        if (!IPAddress.TryParse(value, out var address))
            result.AddError("--host must be an address of this machine such as 127.0.0.1, 0.0.0.0 for all of them, or localhost.");
        return address;
    }

    // The value is not repeated in the error: it may contain a secret.
    private static Uri? ReadWebhook(ArgumentResult result)
    {
        try
        {
            return new EmulatedDelivery { WebhookAddress = new Uri(result.Tokens.Single().Value, UriKind.Absolute) }.WebhookAddress;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            result.AddError("--webhook must be an absolute address with http:// or https:// and without a user name, such as http://localhost:5000/webhooks/trackly.");
            return null;
        }
    }

    private static Option<int> CreateNumber(string name, string description, int defaultValue, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens.Single().Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
                result.AddError($"{name} must be a whole number from {min} to {max}.");
            return number;
        },
    };

    private static void Check(SymbolResult result, string option, Func<object> read)
    {
        try
        {
            _ = read();
        }
        catch (ArgumentException exception)
        {
            // Without the parameter name, which .NET adds.
            result.AddError($"{option}: {exception.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
