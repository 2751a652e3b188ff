using System.IO.Compression;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Corpora;

/// <summary>Test data of others: README.md beside this file.</summary>
internal static class Corpus
{
    /// <summary>JSON files by name. The first letter says whether parsers must accept (y), must refuse (n) or may choose (i).</summary>
    public static IReadOnlyDictionary<string, byte[]> JsonFiles { get; } = Read("json-test-suite.zip").Where(static file => file.Key.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(static file => file.Key, static file => file.Value);

    public static IReadOnlyList<string> NaughtyStrings { get; } = JsonSerializer.Deserialize<string[]>(Read("naughty-strings.zip")["blns.json"])!;

    private static Dictionary<string, byte[]> Read(string archive)
    {
        using var zip = new ZipArchive(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Corpora", archive)));
        return zip.Entries.ToDictionary(static entry => entry.FullName, Read);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var file = entry.Open();
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }
}
