using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Package.Tests.Contents;

/// <summary>A signed application can only name signed assemblies (CS8002), and .NET Framework loads no others for it.</summary>
public sealed class StrongNameTests
{
    private const string Token = "2126030f622c1d63";

    [Theory]
    [MemberData(nameof(LibraryBuilds.All), MemberType = typeof(LibraryBuilds))]
    public void Assembly_HasTheStrongName_AndNamesOnlyAssembliesThatHaveOne(string id, string target)
    {
        using var package = PackageFile.Library(id);
        using var portable = new PEReader(new MemoryStream(package.Read($"lib/{target}/{id}.dll")));
        var reader = portable.GetMetadataReader();

        GetToken(reader.GetAssemblyDefinition().GetAssemblyName()).Should().Be(Token);
        portable.PEHeaders.CorHeader!.Flags.Should().HaveFlag(CorFlags.StrongNameSigned);
        reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(static reference => reference.GetAssemblyName())
            .Where(static name => GetToken(name).Length == 0).Should().BeEmpty();
    }

    /// <summary>When WolverineFx gets one, this test fails, and the package can have one too.</summary>
    [Fact]
    public void Wolverine_HasNone_BecauseWolverineFxHasNone()
    {
        using var package = PackageFile.Library("Trackly.Sdk.Wolverine");
        using var portable = new PEReader(new MemoryStream(package.Read("lib/net10.0/Trackly.Sdk.Wolverine.dll")));
        var reader = portable.GetMetadataReader();

        GetToken(reader.GetAssemblyDefinition().GetAssemblyName()).Should().BeEmpty();
        reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(static reference => reference.GetAssemblyName())
            .Single(static name => name.Name == "Wolverine").GetPublicKeyToken().Should().BeNullOrEmpty();
    }

    private static string GetToken(AssemblyName name) => Convert.ToHexStringLower(name.GetPublicKeyToken() ?? []);
}
