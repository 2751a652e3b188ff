using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>The examples in the documentation of types, which an editor shows beside a name.</summary>
internal static class XmlExamples
{
    private const string Comment = "///";

    /// <summary>Every example in the sources of the packages.</summary>
    public static IEnumerable<CodeBlock> All => Directory.EnumerateFiles(Repository.GetPath("src"), "*.cs", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(Repository.Root, file)).Where(static file => !file.Split(Path.DirectorySeparatorChar).Contains("obj")).Order()
        .SelectMany(static file => Find(file, File.ReadAllLines(Repository.GetPath(file))));

    public static IEnumerable<CodeBlock> Find(string file, string[] lines)
    {
        var number = 0;
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].Trim() is not ($"{Comment} <code>" or $"{Comment} <example><code>"))
                continue;
            var end = Array.FindIndex(lines, start, static line => line.Trim() is $"{Comment} </code>" or $"{Comment} </code></example>");
            var code = lines[(start + 1)..end].Select(static line => WebUtility.HtmlDecode(line.Trim() is Comment ? "" : line.Trim()[(Comment.Length + 1)..]));
            yield return new CodeBlock(file, ++number, start + 2, string.Join('\n', code), Prose: file.Replace(Path.DirectorySeparatorChar, ' '));
        }
    }
}
