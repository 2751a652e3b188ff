namespace Trackly.Sdk.Benchmarks.Load;

/// <summary><c>--load</c>: sends over loopback sockets, to a server in another process.</summary>
internal static class LoadCommand
{
    public const string Name = "--load";

    private static readonly Dictionary<string, Func<Task<int>>> All = new()
    {
        ["sockets"] = SocketsPart.RunAsync,
        ["retries"] = RetriesPart.RunAsync,
        ["million"] = MillionPart.RunAsync,
    };

    public static IEnumerable<string> Parts => All.Keys;

    public static Task<int> RunAsync(string part) => All[part]();
}
