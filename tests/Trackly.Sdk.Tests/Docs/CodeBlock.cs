namespace Trackly.Sdk.Tests.Docs;

/// <summary>A C# block of a page, by the line its code begins at, and the output it claims. Null claims none.</summary>
internal sealed record CodeBlock(string Page, int Number, int Line, string Code, string? Output)
{
    public string Name => $"{Page}#{Number}";
}
