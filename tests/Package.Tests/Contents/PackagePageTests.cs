using System.Text;
using System.Text.RegularExpressions;

namespace Package.Tests.Contents;

/// <summary>What a reader of a package gallery sees of each package.</summary>
public sealed partial class PackagePageTests
{
    public static TheoryData<string> Ids =>
        ["Trackly.Sdk", "Trackly.Sdk.Testing", "Trackly.Sdk.AspNetCore", "Trackly.Sdk.SendOnce", "Trackly.Sdk.Wolverine", "Trackly.Emulator", "Trackly.Aspire.Hosting"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_IsThatOfThePackage_AndLeadsSomewhereFromAnywhere(string id)
    {
        using var package = PackageFile.Library(id);

        var page = Encoding.UTF8.GetString(package.Read("README.md"));

        page.Should().StartWith($"# {id}\n").And.Contain("unofficial").And.Contain(id == "Trackly.Emulator" ? "dotnet tool install" : $"dotnet add package {id}\n");
        page.Should().NotContain("](../").And.NotContain("; ;");
        Link().Matches(page).Select(static link => link.Groups[1].Value).Should().NotBeEmpty()
            .And.OnlyContain(static link => link.StartsWith("https://", StringComparison.Ordinal))
            .And.Contain($"{Packed.Address}/blob/main/CHANGELOG.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Manifest_NamesTheProject(string id)
    {
        using var package = PackageFile.Library(id);
        var manifest = package.Manifest();

        manifest.Element("projectUrl")!.Value.Should().Be(Packed.Address);
        manifest.Element("repository")!.Attribute("url")!.Value.Should().Be(Packed.Address);
        manifest.Element("releaseNotes")!.Value.Should().Contain($"{Packed.Address}/blob/main/CHANGELOG.md");
        manifest.Element("license")!.Value.Should().Be("MIT");
        manifest.Element("readme")!.Value.Should().Be("README.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Icon_IsAPicture(string id)
    {
        using var package = PackageFile.Library(id);

        package.Manifest().Element("icon")!.Value.Should().Be("icon.png");
        package.Read("icon.png").Take(8).Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_AreThere(string id)
    {
        using var symbols = PackageFile.Symbols(id);

        symbols.Contents.Should().Contain(file => file.EndsWith($"/{id}.pdb", StringComparison.Ordinal) || file.EndsWith("/trackly-emulator.pdb", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
