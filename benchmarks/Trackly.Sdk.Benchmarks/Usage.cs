using Trackly.Sdk.Benchmarks.Cold;
using Trackly.Sdk.Benchmarks.Full;
using Trackly.Sdk.Benchmarks.Load;
using Trackly.Sdk.Benchmarks.Plot;
using Trackly.Sdk.Benchmarks.Quick;

namespace Trackly.Sdk.Benchmarks;

/// <summary>What the program can be asked for.</summary>
internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine($"""
            Measures what a send costs against hand-written HttpClient code. Ask for one of:

              {QuickCommand.Name}   in memory: time and bytes of a send. A minute. One part: {string.Join(", ", QuickCommand.Parts)}
              {LoadCommand.Name}    over loopback sockets: 1 to 512 at once, retries, a million sends. Five minutes. One part: {string.Join(", ", LoadCommand.Parts)}
              {ColdCommand.Name}    the first send of a process, compiled as it runs and ahead of time. Under a minute; needs a C compiler.
              {FullCommand.Name}    all of a single send by BenchmarkDotNet, which takes what follows, such as --filter '*Socket*'. Seven minutes.
              {PlotCommand.Name}    draws how cost grows with size and concurrency, into docs/images. Three minutes. One part: {string.Join(", ", PlotCommand.Parts)}

            Ends with {ExitCode.Ok} when every target is met, {ExitCode.Missed} when one is missed, {ExitCode.TooNoisy} when nobody can tell, {ExitCode.Usage} for this text.
            """);
        return ExitCode.Usage;
    }
}
