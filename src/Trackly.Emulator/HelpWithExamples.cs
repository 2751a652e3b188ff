using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Trackly.Emulator;

/// <summary>Prints the help, with examples and what else there is to know.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          trackly-emulator --open                                     start, and open the inbox
          trackly-emulator --webhook http://localhost:5000/sms/secret post delivery reports and replies to your application
          trackly-emulator --faults bad-day.json --seed 7             start with faults, and with ids that tests know
          trackly-emulator --host 0.0.0.0 --allow-host emulator       in a container, as the service emulator
          trackly-emulator --port 0 --json                            for a script, which reads the addresses from the first line

        Every option can also be an environment variable: TRACKLY_EMULATOR_PORT=8080, TRACKLY_EMULATOR_OPEN=true. Values of an option that can be
        repeated are separated by commas. The command line comes first.

        Exit codes: 0 after Ctrl+C or SIGTERM, 1 when the emulator cannot start, 2 when the command line is wrong.
        More: docs/emulator.md and docs/inbox.md.

        """;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
