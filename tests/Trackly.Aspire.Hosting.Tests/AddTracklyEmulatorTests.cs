using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Trackly.Sdk.Testing;

namespace Trackly.Aspire.Hosting.Tests;

/// <summary>The model of an application with an emulator. Nothing is started: that needs the orchestrator of Aspire.</summary>
public sealed class AddTracklyEmulatorTests
{
    private readonly IDistributedApplicationBuilder _builder =
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheCommand_IsTheToolOfTheSameVersion_WithoutAContainer()
    {
        var emulator = _builder.AddTracklyEmulator("sms");

        emulator.Resource.Command.Should().Be("dotnet");
        var arguments = await ReadArgumentsAsync(emulator.Resource);
        arguments.Take(3).Should().Equal("tool", "exec", "--yes");
        arguments[3].Should().MatchRegex(@"^Trackly\.Emulator@\d+\.\d+\.\d+");
        _builder.Resources.OfType<ContainerResource>().Should().BeEmpty();
    }

    [Fact]
    public async Task WithReference_SetsBaseAddressAndKey_OfTheSdkAndOfTheSamples()
    {
        var emulator = _builder.AddTracklyEmulator("sms", port: 5080);
        Allocate(emulator.Resource, 5080);
        var shop = _builder.AddExecutable("shop", "shop", ".").WithReference(emulator);

        var variables = await ReadVariablesAsync(shop.Resource);

        variables.Should().Contain(new Dictionary<string, string>
        {
            ["Trackly__BaseAddress"] = "http://localhost:5080/api/",
            ["Trackly__ApiKey"] = "trk_your_api_key_here",
            ["TRACKLY_BASE_ADDRESS"] = "http://localhost:5080/api/",
            ["TRACKLY_API_KEY"] = "trk_your_api_key_here",
        });
        shop.Resource.Annotations.OfType<ResourceRelationshipAnnotation>().Should().Contain(relationship => relationship.Resource == emulator.Resource);
    }

    [Theory]
    [InlineData("/webhooks/trackly/a-secret")]
    [InlineData("webhooks/trackly/a-secret")]
    public async Task WithWebhook_SetsTheAddressOfTheApplication(string path)
    {
        var shop = _builder.AddExecutable("shop", "shop", ".").WithHttpEndpoint(name: "http");
        Allocate(shop.Resource, 5000);
        var emulator = _builder.AddTracklyEmulator("sms").WithWebhook(shop.GetEndpoint("http"), path);
        Allocate(emulator.Resource, 5080);

        (await ReadVariablesAsync(emulator.Resource)).Should().Contain("TRACKLY_EMULATOR_WEBHOOK", "http://localhost:5000/webhooks/trackly/a-secret");
    }

    [Fact]
    public void TheEndpoint_HasTheOptionOfThePort_AHealthCheckAndALink()
    {
        var emulator = _builder.AddTracklyEmulator("sms");

        var endpoint = emulator.Resource.Annotations.OfType<EndpointAnnotation>().Should().ContainSingle().Subject;
        (endpoint.Name, endpoint.UriScheme).Should().Be(("http", "http"));
        emulator.Resource.Annotations.OfType<HealthCheckAnnotation>().Should().ContainSingle();
        emulator.Resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task TheHealthPathAndTheKey_AreThoseOfAnEmulator()
    {
        await using var running = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var http = new HttpClient();

        using var health = await http.GetAsync(new Uri(running.InboxAddress, "/_emulator/health"), Token);

        health.StatusCode.Should().Be(HttpStatusCode.OK);
        _builder.AddTracklyEmulator("sms").Resource.ApiKey.Should().Be(running.ApiKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void ABlankName_IsAnArgumentException(string name) => _builder.Invoking(builder => builder.AddTracklyEmulator(name)).Should().Throw<ArgumentException>();

    private static void Allocate(IResource resource, int port)
    {
        var endpoint = resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port);
    }

    private static async Task<List<string>> ReadArgumentsAsync(TracklyEmulatorResource resource)
    {
        var arguments = new List<object>();
        foreach (var callback in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await callback.Callback(new CommandLineArgsCallbackContext(arguments, Token));
        return [.. arguments.Cast<string>()];
    }

    private async Task<Dictionary<string, string>> ReadVariablesAsync(IResource resource)
    {
        var context = new EnvironmentCallbackContext(_builder.ExecutionContext, resource, [], Token);
        foreach (var callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await callback.Callback(context);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);

        // The orchestrator chooses the port on which a process listens.
        foreach (var (name, value) in context.EnvironmentVariables.Where(variable => variable.Key != "TRACKLY_EMULATOR_PORT"))
        {
            if ((value is IValueProvider provider ? await provider.GetValueAsync(Token) : value?.ToString()) is { } text)
                values[name] = text;
        }

        return values;
    }
}
