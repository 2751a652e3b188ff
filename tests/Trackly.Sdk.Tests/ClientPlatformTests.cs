namespace Trackly.Sdk.Tests;

/// <summary>That each way to create a client asks is tested in a browser's runtime: tests/Package.Browser.</summary>
public sealed class ClientPlatformTests
{
    [Fact]
    public void Browser_IsRefused_WithWhatToDoInstead() =>
        ((Action)(() => ClientPlatform.ThrowIfBrowser(isBrowser: true))).Should().Throw<PlatformNotSupportedException>()
            .WithMessage("*cannot run in a browser*API key*Call an endpoint of your own server*");

    [Fact]
    public void OtherPlatforms_ArePermitted() => ((Action)ClientPlatform.ThrowIfBrowser).Should().NotThrow();

    [Fact]
    public void TypesThatCreateClients_AreMarked_SoThatACompilerForBrowsersWarns() =>
        new[] { typeof(TracklyClient), typeof(Microsoft.Extensions.DependencyInjection.TracklyServiceCollectionExtensions) }
            .Should().OnlyContain(static type => type.CustomAttributes.Any(static attribute =>
                attribute.AttributeType.FullName == "System.Runtime.Versioning.UnsupportedOSPlatformAttribute" && Equals(attribute.ConstructorArguments[0].Value, "browser")));
}
