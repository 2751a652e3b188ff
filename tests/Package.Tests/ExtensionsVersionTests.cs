using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Package.Tests;

/// <summary>A row of <c>.ci/packages</c> runs with the Microsoft.Extensions.* that it says.</summary>
public sealed class ExtensionsVersionTests
{
    [Fact]
    public void TheExtensions_AreThoseOfTheRow()
    {
        var expected = typeof(ExtensionsVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ExtensionsVersion").Value;

        // An application with ASP.NET Core takes what is newer, the package or the framework.
        var loaded = FileVersionInfo.GetVersionInfo(typeof(HttpClientFactoryServiceCollectionExtensions).Assembly.Location).ProductVersion!;
        Version.Parse(loaded.Split('+', '-')[0]).Should().BeGreaterThanOrEqualTo(Version.Parse(expected!));
    }
}
