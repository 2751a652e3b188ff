using System.CommandLine;
using System.CommandLine.Help;

namespace Trackly.Emulator;

/// <summary>The command: parses its options, prints its help and its errors, and runs it.</summary>
internal static class EmulatorCommand
{
    private const int UsageError = 2;

    // Session handles the signals.
    private static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = null };

    /// <returns>The exit code: 0, 1 when the emulator cannot start, 2 when the command line is wrong.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var options = new EmulatorOptions();
        options.AddValidators();
        var command = new RootCommand(
            "Emulates the Trackly SMS API on your machine: responds as documented, sends nothing to a phone, and shows every message in an inbox in the browser.");
        foreach (var option in options.All)
            command.Options.Add(option);
        if (command.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } helpOption)
            helpOption.Action = new HelpWithExamples(help);
        command.SetAction((result, _) => Session.RunAsync(options.Read(result)));

        // Without response files: @name is an argument, and no file is read because of it.
        var result = command.Parse([.. args, .. EnvironmentArguments.Read(options.All, args)], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count == 0)
            return await result.InvokeAsync(Configuration).ConfigureAwait(false);
        foreach (var error in result.Errors)
            await Console.Error.WriteLineAsync($"trackly-emulator: {EnvironmentArguments.FindOrigin(options.All, args, error.Message)}{error.Message}").ConfigureAwait(false);
        await Console.Error.WriteLineAsync("See trackly-emulator --help.").ConfigureAwait(false);
        return UsageError;
    }
}
