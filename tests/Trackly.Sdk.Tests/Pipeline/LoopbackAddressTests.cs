using System.Net;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Names below <c>localhost</c> are this machine: plain http is permitted, and no proxy sees it.</summary>
public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://emulator.localhost:5010/api/", true)]
    [InlineData("http://emulator-app.dev.LOCALHOST/api/", true)]
    [InlineData("http://emulator.localhost./api/", true)]
    [InlineData("http://localhost/api/", true)]
    [InlineData("http://[::1]/api/", true)]
    [InlineData("http://localhost.example.com/api/", false)]
    [InlineData("http://notlocalhost/api/", false)]
    [InlineData("http://emulator.localhost.example/api/", false)]
    public void PlainHttp_IsPermittedForNamesOfThisMachineAlone(string address, bool isLoopback)
    {
        var create = () => new TracklyClient(new TracklyClientOptions { ApiKey = Some.Key, BaseAddress = new Uri(address) }).Dispose();

        if (isLoopback)
            create.Should().NotThrow();
        else
            create.Should().Throw<ArgumentException>().WithMessage("BaseAddress is plain http*");
        new LoopbackProxy(new WebProxy("http://proxy.test:3128")).IsBypassed(new Uri(address)).Should().Be(isLoopback);
    }

    [Theory]
    [InlineData("http://[fe80::1%1]:5000/api")]
    [InlineData("http://[fe80::1%1]:5000/api/")]
    [InlineData("http://[fe80::1%1]:5000")]
    public void ScopeOfAnIPv6Address_IsKept_WithAndWithoutTheSlash(string address)
    {
        var settings = new ClientSettings(
            new TracklyClientOptions { ApiKey = Some.Key, BaseAddress = new Uri(address), AllowInsecureHttp = true }, TimeProvider.System, static (_, _) => { });

        settings.GetAddress("v2/send", suffix: "").DnsSafeHost.Should().Be("fe80::1%1");
        settings.GetAddress("v1/phones/", suffix: "a").DnsSafeHost.Should().Be("fe80::1%1");
    }

    [Fact]
    public void CredentialsOfTheProxy_AreThoseOfTheMachinesProxy()
    {
        var (inner, credentials) = (new WebProxy("http://proxy.test:3128"), new NetworkCredential("user", "password"));

        var proxy = new LoopbackProxy(inner) { Credentials = credentials };

        inner.Credentials.Should().BeSameAs(credentials);
        proxy.Credentials.Should().BeSameAs(credentials);
    }

    [Fact]
    public void SpaceBehindAnAddress_IsNotPartOfIt()
    {
        var settings = new ClientSettings(new TracklyClientOptions { ApiKey = Some.Key, BaseAddress = new Uri("https://trackly.test/api ") }, TimeProvider.System, static (_, _) => { });

        settings.GetAddress("v2/send", suffix: "").AbsoluteUri.Should().Be("https://trackly.test/api/v2/send");
    }
}
