namespace Trackly.Sdk.Tests.Docs;

/// <summary>A fenced block of a page: what stands behind its opening fence, the line its text begins at, and the text.</summary>
internal sealed record Fence(string Info, int Line, string Text);
