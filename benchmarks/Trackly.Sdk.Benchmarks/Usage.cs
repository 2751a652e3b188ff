using Trackly.Sdk.Benchmarks.Cold;
using Trackly.Sdk.Benchmarks.Full;
using Trackly.Sdk.Benchmarks.Import;
using Trackly.Sdk.Benchmarks.Load;
using Trackly.Sdk.Benchmarks.Once;
using Trackly.Sdk.Benchmarks.Plot;
using Trackly.Sdk.Benchmarks.Quick;

namespace Trackly.Sdk.Benchmarks;

/// <summary>Prints the usage of the program.</summary>
internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine($"""
            Measures the cost of a send against hand-written HttpClient code. Commands:

              {QuickCommand.Name}   time and bytes of a send in memory. 1 minute. Or one part: {string.Join(", ", QuickCommand.Parts)}
              {LoadCommand.Name}    sends over loopback sockets: 1 to 512 at once, retries, a million sends. 5 minutes. Or one part: {string.Join(", ", LoadCommand.Parts)}
              {ManyCommand.Name}    SendManyAsync over loopback sockets against Parallel.ForEachAsync, then a million messages, or as many as its argument says. 5 minutes.
              {ImportCommand.Name}  contacts in bulk calls, to an emulator, beside a loop written by hand. 2 minutes. Or with another number of rows than 100000, from 10000 on.
              {ColdCommand.Name}    the first send of a process, with the JIT and compiled ahead of time. Under a minute; needs a C compiler.
              {FullCommand.Name}    single sends, measured by BenchmarkDotNet; further arguments go to it, such as --filter '*Socket*'. 7 minutes.
              {OnceCommand.Name}    send-once on SQLite and, behind .ci/postgres, on PostgreSQL; arguments such as --rows 10000000 go to the crash lab. 6 minutes a database.
              {PlotCommand.Name}    draws how the cost grows with size and concurrency, into docs/images. 3 minutes. Or one part: {string.Join(", ", PlotCommand.Parts)}

            Exit codes: {ExitCode.Ok} when every target is met, {ExitCode.Missed} when one is missed, {ExitCode.TooNoisy} when the result is too noisy, {ExitCode.Usage} for this help.
            """);
        return ExitCode.Usage;
    }
}
