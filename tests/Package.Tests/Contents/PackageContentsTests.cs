using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Package.Tests.Contents;

/// <summary>What a user gets with each package, and nothing else.</summary>
public sealed class PackageContentsTests
{
    public static TheoryData<string, string[]> Packages => new()
    {
        { "Trackly.Sdk", ["net10.0", "net8.0", "netstandard2.0"] },
        { "Trackly.Sdk.Testing", ["net10.0", "net8.0", "netstandard2.0"] },
        { "Trackly.Sdk.AspNetCore", ["net10.0", "net8.0"] },
        { "Trackly.Sdk.SendOnce", ["net10.0", "net8.0"] },
        { "Trackly.Sdk.Wolverine", ["net10.0"] },
        { "Trackly.Aspire.Hosting", ["net10.0", "net8.0"] },
    };

    /// <summary>
    /// The least that each target needs. A line more here is a package more in every application, and a version more is an error in each that names an older one. What a
    /// library for .NET Standard was compiled against must be there, and no older, when it runs in an application for .NET.
    /// </summary>
    public static TheoryData<string, string, string[]> Dependencies => new()
    {
        {
            "Trackly.Sdk", "net10.0",
            [
                "Microsoft.Bcl.AsyncInterfaces 8.0.0", "Microsoft.Bcl.TimeProvider 8.0.1", "Microsoft.Extensions.Http 10.0.0", "Microsoft.Extensions.Options.ConfigurationExtensions 10.0.0", "Polly.Core 8.9.1",
                "System.Threading.RateLimiting 8.0.0",
            ]
        },
        {
            "Trackly.Sdk", "net8.0",
            [
                "Microsoft.Bcl.AsyncInterfaces 8.0.0", "Microsoft.Bcl.TimeProvider 8.0.1", "Microsoft.Extensions.Http 8.0.0", "Microsoft.Extensions.Options.ConfigurationExtensions 8.0.0", "Polly.Core 8.9.1",
                "System.Threading.RateLimiting 8.0.0",
            ]
        },
        {
            "Trackly.Sdk", ".NETStandard2.0",
            [
                "Microsoft.Bcl.AsyncInterfaces 8.0.0", "Microsoft.Bcl.TimeProvider 8.0.1", "Microsoft.Extensions.Http 8.0.0", "Microsoft.Extensions.Options.ConfigurationExtensions 8.0.0", "Polly.Core 8.9.1",
                "System.Text.Json 8.0.5", "System.Threading.Channels 8.0.0", "System.Threading.RateLimiting 8.0.0",
            ]
        },
        { "Trackly.Sdk.Testing", "net10.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.Testing", "net8.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.Testing", ".NETStandard2.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.AspNetCore", "net10.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.AspNetCore", "net8.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.SendOnce", "net10.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.SendOnce", "net8.0", [SdkOfTheSameVersion] },
        { "Trackly.Sdk.Wolverine", "net10.0", [$"Trackly.Sdk.SendOnce {Packed.Version}", "WolverineFx 6.62.0"] },
        { "Trackly.Aspire.Hosting", "net10.0", ["Aspire.Hosting 13.6.5"] },
        { "Trackly.Aspire.Hosting", "net8.0", ["Aspire.Hosting 13.6.5"] },
    };

    private static string SdkOfTheSameVersion => $"Trackly.Sdk {Packed.Version}";

    [Theory]
    [MemberData(nameof(Packages))]
    public void Library_HoldsEachBuildWithItsDocumentation(string id, string[] targets)
    {
        using var package = PackageFile.Library(id);

        // The statements of send-once, for people who run them by hand: the test below.
        package.Contents.Where(static file => !file.StartsWith("sql/", StringComparison.Ordinal)).Should().BeEquivalentTo([.. targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" }), "README.md", "icon.png"]);
        foreach (var target in targets)
            XElement.Load(new MemoryStream(package.Read($"lib/{target}/{id}.xml"))).Descendants("summary").Should().NotBeEmpty();
    }

    /// <summary>An editor lists what the documentation lists; nobody can use the rest.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Documentation_IsThatOfThePublicApi_AndNothingElse(string id, string[] targets)
    {
        using var package = PackageFile.Library(id);
        foreach (var target in targets)
        {
            using var api = new PublicApi(package.Read($"lib/{target}/{id}.dll"));
            var documented = XElement.Load(new MemoryStream(package.Read($"lib/{target}/{id}.xml"))).Descendants("member")
                .Select(static member => member.Attribute("name")!.Value.Split('(')[0].Split("``")[0]).ToList();

            documented.Should().BeSubsetOf(api.Members);
            documented.Where(static name => name.StartsWith("T:", StringComparison.Ordinal)).Should().BeEquivalentTo(api.Types);
            documented.Where(api.InterfaceMethods.Contains).Should().HaveSameCount(api.InterfaceMethods, "each overload has its own");
        }
    }

    [Fact]
    public void SendOnce_HoldsItsStatements()
    {
        using var package = PackageFile.Library("Trackly.Sdk.SendOnce");

        package.Contents.Should().Contain(["sql/PostgreSql/schema.sql", "sql/PostgreSql/claim.sql", "sql/Sqlite/schema.sql", "sql/Sqlite/claim.sql"]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Manifest_SaysWhatAGalleryShows(string id, string[] targets)
    {
        using var package = PackageFile.Library(id);
        var manifest = package.Manifest();

        manifest.Element("version")!.Value.Should().Be(Packed.Version);
        manifest.Element("license")!.ToString().Should().Be("""<license type="expression">MIT</license>""");
        manifest.Element("readme")!.Value.Should().Be("README.md");
        manifest.Element("icon")!.Value.Should().Be("icon.png");
        manifest.Element("tags")!.Value.Should().Contain("sms");
        manifest.Element("description")!.Value.Should().NotBeEmpty();
        manifest.Element("repository")!.Attribute("commit")!.Value.Should().MatchRegex("^[0-9a-f]{40}$");
        manifest.Descendants("group").Where(static group => group.Parent!.Name == "dependencies").Should().HaveSameCount(targets);
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void Manifest_AsksForNoMoreThanTheTargetNeeds(string id, string target, string[] dependencies)
    {
        using var package = PackageFile.Library(id);

        package.Manifest().Element("dependencies")!.Elements("group").Single(group => group.Attribute("targetFramework")!.Value == target)
            .Elements("dependency").Select(static dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}")
            .Should().BeEquivalentTo(dependencies);
    }

    /// <summary>A library for .NET Standard names the assemblies that the build for .NET Standard names. Those that .NET does not have must come with the build for .NET.</summary>
    [Theory]
    [InlineData("Trackly.Sdk")]
    [InlineData("Trackly.Sdk.Testing")]
    public void AssembliesThatANetStandardLibraryNames_ComeWithEveryBuild(string id)
    {
        using var package = PackageFile.Library(id);
        using var sdk = PackageFile.Library("Trackly.Sdk");
        using var portable = new PEReader(new MemoryStream(package.Read($"lib/netstandard2.0/{id}.dll")));
        var reader = portable.GetMetadataReader();
        var named = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).Where(static name => name.StartsWith("Microsoft.Bcl.", StringComparison.Ordinal));

        foreach (var target in new[] { "net8.0", "net10.0" })
            named.Should().NotBeEmpty().And.BeSubsetOf(sdk.Manifest().Element("dependencies")!.Elements("group").Single(group => group.Attribute("targetFramework")!.Value == target)
                .Elements("dependency").Select(static dependency => dependency.Attribute("id")!.Value));
    }
}
