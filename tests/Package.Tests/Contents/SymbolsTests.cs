using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;

namespace Package.Tests.Contents;

/// <summary>A debugger finds the symbols of each build, and the source of each symbol.</summary>
public sealed class SymbolsTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [MemberData(nameof(LibraryBuilds.All), MemberType = typeof(LibraryBuilds))]
    public void Symbols_AreThoseOfTheBuild(string id, string target)
    {
        using var library = PackageFile.Library(id);
        using var portable = new PEReader(new MemoryStream(library.Read($"lib/{target}/{id}.dll")));
        using var symbols = Open(id, target);

        var expected = portable.ReadCodeViewDebugDirectoryData(
            portable.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
        new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid.Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(LibraryBuilds.All), MemberType = typeof(LibraryBuilds))]
    public void Sources_AreNamedFromTheRootOfTheRepository_AndGeneratedOnesLieInside(string id, string target)
    {
        using var symbols = Open(id, target);
        var reader = symbols.GetMetadataReader();
        var embedded = Notes(reader, EmbeddedSource).Select(static note => note.Parent).ToHashSet();

        foreach (var handle in reader.Documents)
        {
            var name = reader.GetString(reader.GetDocument(handle).Name);
            name.Should().StartWith("/_/", "a path of the machine that built it means nothing elsewhere");
            embedded.Contains(handle).Should().Be(!name.StartsWith("/_/src/", StringComparison.Ordinal), name);
        }
    }

    /// <summary>A checkout without a remote has no address to link to.</summary>
    [Theory]
    [MemberData(nameof(LibraryBuilds.All), MemberType = typeof(LibraryBuilds))]
    public void SourceLink_PointsToTheCommit_WhenTheCheckoutHasARemote(string id, string target)
    {
        using var library = PackageFile.Library(id);
        using var symbols = Open(id, target);
        var repository = library.Manifest().Element("repository")!;
        var reader = symbols.GetMetadataReader();
        var links = Notes(reader, SourceLink).Select(note => JsonDocument.Parse(Encoding.UTF8.GetString(reader.GetBlobBytes(note.Value)))).ToList();

        if (links.Count > 0)
            links.Should().ContainSingle().Which.RootElement.GetProperty("documents").GetProperty("/_/*").GetString()
                .Should().EndWith($"/{repository.Attribute("commit")!.Value}/*");
    }

    private static IEnumerable<CustomDebugInformation> Notes(MetadataReader reader, Guid kind) =>
        reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(note => reader.GetGuid(note.Kind) == kind);

    private static MetadataReaderProvider Open(string id, string target)
    {
        using var package = PackageFile.Symbols(id);
        return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(package.Read($"lib/{target}/{id}.pdb")));
    }
}
