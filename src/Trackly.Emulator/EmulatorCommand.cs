using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>The command line: its options, their defaults, and what is wrong with them.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 5080;
    private const int MaxPort = 65_535;

    // Those of the documentation's own example, so that it can be pasted with nothing changed but the address.
    private const string DefaultKey = "trk_your_api_key_here";

    // Signals are handled where the emulator is stopped.
    private static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = null };

    /// <returns>The exit code.</returns>
    public static Task<int> InvokeAsync(string[] args)
    {
        var result = New().Parse(args);
        if (result.Action is ParseErrorAction error)
            error.ShowHelp = false;
        return result.InvokeAsync(Configuration);
    }

    private static RootCommand New()
    {
        var port = Number("--port", "The port to listen on; 0 is any that is free.", DefaultPort, min: 0, max: MaxPort);
        var host = new Option<IPAddress>("--host")
        {
            Description = "The address to listen on. On any but a loopback address, whoever reaches this machine can read the texts and script faults.",
            HelpName = "address",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = ReadAddress,
        };
        var key = new Option<string>("--key") { Description = "The API key that is accepted.", DefaultValueFactory = _ => DefaultKey };
        var lists = new Option<string[]>("--list")
        {
            Description = $"A list that may send, in place of {string.Join(" and ", ListSetting.Defaults)}. Repeatable; +18005553000=paused and =unverified say more.",
            HelpName = "number",
        };
        var seed = Number("--seed", "What the message ids follow from: the same seed gives the same ids.", defaultValue: 0, int.MinValue, int.MaxValue);
        var faults = new Option<FileInfo?>("--faults") { Description = "Faults to begin with: JSON as for PUT /_emulator/faults.", HelpName = "file" };
        var maxMessages = Number("--max-messages", "How many messages are kept; the oldest are dropped.", defaultValue: 10_000, min: 1, int.MaxValue);
        var texts = new Option<bool>("--show-texts") { Description = "Print numbers and texts to the console; without it, only ids." };

        key.Validators.Add(result => Check(result, "--key", () => new EmulatedAccount("to check").AddKey(result.GetValue(key)!)));
        lists.Validators.Add(result => Check(result, "--list", () => Read(result.GetValue(lists))));

        var command = new RootCommand("Plays the Trackly SMS API on your machine: answers as documented, texts nobody, and shows every message in a browser.")
        {
            port, host, key, lists, seed, faults, maxMessages, texts,
        };
        command.SetAction((result, _) => Session.RunAsync(new Settings
        {
            Address = result.GetValue(host)!,
            Port = result.GetValue(port),
            Key = result.GetValue(key)!,
            Lists = Read(result.GetValue(lists)),
            Seed = result.GetValue(seed),
            Faults = result.GetValue(faults),
            MaxMessages = result.GetValue(maxMessages),
            ShowTexts = result.GetValue(texts),
        }));
        return command;
    }

    private static IReadOnlyList<ListSetting> Read(string[]? lists) => lists is { Length: > 0 } ? [.. lists.Select(ListSetting.Parse)] : ListSetting.Defaults;

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text == "localhost")
            return IPAddress.Loopback;
        if (!IPAddress.TryParse(text, out var address))
            result.AddError("--host must be an address of this machine such as 127.0.0.1, 0.0.0.0 for all of them, or localhost.");
        return address;
    }

    private static Option<int> Number(string name, string description, int defaultValue, int min, int max) => new(name)
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
            // Without the name of a parameter of ours, which .NET adds.
            result.AddError($"{option}: {exception.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
