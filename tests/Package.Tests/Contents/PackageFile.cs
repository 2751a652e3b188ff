using System.IO.Compression;
using System.Xml.Linq;

namespace Package.Tests.Contents;

/// <summary>A package as it lies in the feed.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _zip;

    private PackageFile(string id, string kind) => _zip = ZipFile.OpenRead(Path.Combine(Packed.Folder, $"{id}.{Packed.Version}.{kind}"));

    public static PackageFile Library(string id) => new(id, "nupkg");

    public static PackageFile Symbols(string id) => new(id, "snupkg");

    /// <summary>What was put in; the rest is the envelope that every package has.</summary>
    public IEnumerable<string> Contents => _zip.Entries
        .Select(static entry => entry.FullName)
        .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
            && name is not "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal));

    public byte[] Read(string name)
    {
        using var source = _zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The manifest without its namespace, which changes with what it holds.</summary>
    public XElement Manifest()
    {
        using var source = _zip.Entries.Single(static entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var package = XElement.Load(source);
        foreach (var element in package.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        return package.Element("metadata")!;
    }

    public void Dispose() => _zip.Dispose();
}
