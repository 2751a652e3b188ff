using System.Text.RegularExpressions;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>A Markdown page: its C# blocks with the output they claim, its headings and its links.</summary>
internal sealed partial class Page
{
    private const string Mark = "```";
    private readonly List<Fence> _fences = [];
    private readonly List<string> _prose = [];

    public Page(string name, string text)
    {
        Name = name;
        Read(text.Split('\n'));
    }

    /// <summary>Every page whose C# blocks and links are checked, by its path from the root.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "samples/README.md" }
            .Concat(Directory.EnumerateFiles(Repository.GetPath("docs"), "*.md").Order().Select(file => $"docs/{Path.GetFileName(file)}"))
            .Concat(Directory.EnumerateDirectories(Repository.GetPath("src")).Order().Select(folder => $"src/{Path.GetFileName(folder)}/README.md"))
            .Select(name => new Page(name, File.ReadAllText(Repository.GetPath(name)))),
    ];

    public string Name { get; }

    public IEnumerable<string> Links => _prose.SelectMany(line => Link().Matches(line)).Select(link => link.Groups[1].Value);

    /// <summary>The anchors that the headings get on the repository host.</summary>
    public IEnumerable<string> Anchors => _prose
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    public IReadOnlyList<Fence> Fences => _fences;

    public IReadOnlyList<CodeBlock> Blocks()
    {
        List<CodeBlock> blocks = [];
        Fence? above = null;
        var prose = string.Join('\n', _prose.Concat(_fences.Where(fence => !fence.Info.StartsWith("csharp", StringComparison.Ordinal)).Select(fence => fence.Text)));
        foreach (var fence in _fences)
        {
            if (fence.Info == "csharp")
                blocks.Add(Continue(new CodeBlock(Name, blocks.Count + 1, fence.Line, fence.Text, Prose: prose), blocks));
            else if (fence.Info is "text output" && above?.Info is "csharp")
                blocks[^1] = blocks[^1] with { Output = fence.Text };
            else if (fence.Info is "text output" or "cs" or "c#")
                throw new InvalidDataException($"{Name}({fence.Line}): C# stands in a ```csharp block, its output in a ```text output block below it.");
            above = fence;
        }

        return blocks;
    }

    private static CodeBlock Continue(CodeBlock block, List<CodeBlock> above)
    {
        if (!block.IsContinuation)
            return block;
        var program = above.FindLast(other => !other.IsContinuation)
            ?? throw new InvalidDataException($"{block.Page}({block.Line}): there is no program above to continue.");
        return block with { Program = program };
    }

    private void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith(Mark, StringComparison.Ordinal))
            {
                _prose.Add(lines[i]);
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Mark);
            if (end < 0)
                throw new InvalidDataException($"{Name}({i + 1}): the block has no end.");
            _fences.Add(new Fence(lines[i].Trim()[Mark.Length..].Trim(), i + 2, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
