using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>The command line: its options, their defaults and their errors.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 5080;
    private const int MaxPort = 65_535;

    // The key of the documentation's own example, so that the example works when only the address is changed.
    private const string DefaultKey = "trk_your_api_key_here";

    // Session handles the signals.
    private static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = null };

    /// <returns>The exit code.</returns>
    public static Task<int> InvokeAsync(string[] args)
    {
        // Without response files: @name is an argument, and no file is read because of it.
        var result = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction error)
            error.ShowHelp = false;
        return result.InvokeAsync(Configuration);
    }

    private static RootCommand Create()
    {
        var port = CreateNumber("--port", "The port to listen on. 0 means any free port.", DefaultPort, min: 0, max: MaxPort);
        var host = new Option<IPAddress>("--host")
        {
            Description = "The address to listen on. On any but a loopback address, everyone who can reach this machine can read the messages and script faults.",
            HelpName = "address",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = ReadAddress,
        };
        var key = new Option<string>("--key") { Description = "The API key to accept.", DefaultValueFactory = _ => DefaultKey };
        var lists = new Option<string[]>("--list")
        {
            Description = $"A list that can send, instead of {string.Join(" and ", ListSetting.Defaults)}. Can be repeated. A status can follow: +18005553000=paused or =unverified.",
            HelpName = "number",
        };
        var seed = CreateNumber("--seed", "The seed of the message ids: the same seed gives the same ids.", defaultValue: 0, int.MinValue, int.MaxValue);
        var faults = new Option<FileInfo?>("--faults") { Description = "A file with faults to start with: JSON as for PUT /_emulator/faults.", HelpName = "file" };
        var maxMessages = CreateNumber("--max-messages", "How many messages are kept. The oldest are dropped.", defaultValue: 10_000, min: 1, int.MaxValue);
        var maxBytes = CreateNumber(
            "--max-bytes", "How many bytes of memory the kept messages can take. The oldest are dropped.", defaultValue: 256 * 1024 * 1024, min: 1, int.MaxValue);
        var allowedHosts = new Option<string[]>("--allow-host")
        {
            Description = "A host name by which the emulator can be called, such as the name of a compose service. Can be repeated.",
            HelpName = "name",
        };
        var texts = new Option<bool>("--show-texts") { Description = "Print phone numbers and message bodies to the console, not only ids." };

        key.Validators.Add(result => Check(result, "--key", () => new EmulatedAccount("to check").AddKey(result.GetValue(key)!)));
        lists.Validators.Add(result => Check(result, "--list", () => ReadLists(result.GetValue(lists))));

        allowedHosts.Validators.Add(result =>
        {
            if (result.GetValue(allowedHosts)!.Any(name => Uri.CheckHostName(name) is UriHostNameType.Unknown))
                result.AddError("--allow-host must be a host name without scheme and port, such as emulator.");
        });

        var command = new RootCommand("Emulates the Trackly SMS API on your machine: responds as documented, sends nothing to a phone, and shows every message in a browser.")
        {
            port, host, allowedHosts, key, lists, seed, faults, maxMessages, maxBytes, texts,
        };
        command.SetAction((result, _) => Session.RunAsync(new Settings
        {
            Address = result.GetValue(host)!,
            Port = result.GetValue(port),
            Key = result.GetValue(key)!,
            Lists = ReadLists(result.GetValue(lists)),
            Seed = result.GetValue(seed),
            Faults = result.GetValue(faults),
            MaxMessages = result.GetValue(maxMessages),
            MaxBytes = result.GetValue(maxBytes),
            AllowedHosts = result.GetValue(allowedHosts) ?? [],
            ShowTexts = result.GetValue(texts),
        }));
        return command;
    }

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
