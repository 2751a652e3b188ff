using System.Globalization;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary><c>--many</c>: <c>SendManyAsync</c> over loopback sockets, to a server in another process: its throughput against a loop by hand, and its memory over a million messages.</summary>
internal static class ManyCommand
{
    public const string Name = "--many";

    private const string ThroughputPart = "throughput";
    private const string MemoryPart = "memory";
    private const int DefaultMessages = 1_000_000;

    /// <param name="arguments">Nothing, the number of messages, or a part and its number of messages.</param>
    public static async Task<int> RunAsync(string[] arguments) => arguments switch
    {
        [] => Parts.RunAndCheck(Name, [ThroughputPart, $"{MemoryPart}={DefaultMessages}"]),
        [ThroughputPart] => await ManyThroughputPart.RunAsync(),
        [var part] when part.StartsWith(MemoryPart + "=", StringComparison.Ordinal) => await ManyMemoryPart.RunAsync(Parse(part[(MemoryPart.Length + 1)..])),
        [var messages] => Parts.RunAndCheck(Name, [ThroughputPart, $"{MemoryPart}={Parse(messages)}"]),
        _ => Usage.Print(),
    };

    private static int Parse(string messages) =>
        int.TryParse(messages, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > ManyMemoryPart.First
            ? number
            : throw new ArgumentException($"The number of messages must be a whole number above {ManyMemoryPart.First}.", nameof(messages));
}
