namespace Trackly.Sdk.Tests.Docs;

/// <summary>
/// A C# block of a page: the line that its code starts at, the program above that it continues (null for a block that stands alone), the page without its C#, where the
/// packages must be named, and the output that it claims (null claims none).
/// </summary>
internal sealed record CodeBlock(string Page, int Number, int Line, string Code, CodeBlock? Program = null, string Prose = "", string? Output = null)
{
    /// <summary>The first line of a block that a reader pastes below the program above it.</summary>
    public const string Continuation = "// Continues the program above.";

    public string Name => $"{Page}#{Number}";

    /// <summary>Whether the block belongs in an Aspire app host, whose packages need later versions than the rest: the tests of Trackly.Aspire.Hosting check it.</summary>
    public bool IsForAppHost => Code.Contains("DistributedApplication", StringComparison.Ordinal);

    public bool IsContinuation => Code.Split('\n')[0] == Continuation;
}
