using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds the Trackly emulator to an Aspire application.</summary>
public static class TracklyEmulatorExtensions
{
    private static readonly string Version =
        typeof(TracklyEmulatorExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>
    /// Adds the emulator as the .NET tool <c>Trackly.Emulator</c> of the same version as this package, which <c>dotnet tool exec</c> gets from the
    /// NuGet sources of the machine. It needs the .NET 10 SDK and no container engine.
    /// </summary>
    /// <param name="builder">The builder of the application.</param>
    /// <param name="name">The name of the resource, such as <c>sms</c>.</param>
    /// <param name="port">The port on which the emulator can be reached. Null, the default, means any free port.</param>
    /// <returns>The builder of the resource, with a health check and a link to the inbox.</returns>
    public static IResourceBuilder<TracklyEmulatorResource> AddTracklyEmulator(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // Every option of the tool is an environment variable too, so what is not here can be set with WithEnvironment.
        return builder.AddResource(new TracklyEmulatorResource(name, "dotnet", builder.AppHostDirectory))
            .WithArgs("tool", "exec", "--yes", $"Trackly.Emulator@{Version}")
            .WithHttpEndpoint(port: port, name: TracklyEmulatorResource.EndpointName, env: "TRACKLY_EMULATOR_PORT")
            .WithHttpHealthCheck("/_emulator/health", endpointName: TracklyEmulatorResource.EndpointName)
            .WithUrlForEndpoint(TracklyEmulatorResource.EndpointName, static url => url.DisplayText = "Inbox")
            .ExcludeFromManifest();
    }

    /// <summary>Posts delivery reports, opt-outs and replies to a resource.</summary>
    /// <param name="builder">The builder of the emulator.</param>
    /// <param name="endpoint">The endpoint of the application that receives webhooks.</param>
    /// <param name="path">The path with its secret, such as <c>/webhooks/trackly/a-long-random-secret</c>.</param>
    /// <returns>The builder of the emulator.</returns>
    public static IResourceBuilder<TracklyEmulatorResource> WithWebhook(this IResourceBuilder<TracklyEmulatorResource> builder, EndpointReference endpoint, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var start = path.StartsWith('/') ? "" : "/";
        return builder.WithEnvironment("TRACKLY_EMULATOR_WEBHOOK", ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Url)}{start}{path}"));
    }

    /// <summary>
    /// Points the client of a resource at the emulator: sets <c>Trackly__BaseAddress</c> and <c>Trackly__ApiKey</c>, which <c>AddTrackly()</c> reads, and
    /// <c>TRACKLY_BASE_ADDRESS</c> and <c>TRACKLY_API_KEY</c>.
    /// </summary>
    /// <typeparam name="TDestination">The type of the resource.</typeparam>
    /// <param name="builder">The builder of the resource that sends.</param>
    /// <param name="emulator">The builder of the emulator.</param>
    /// <returns>The builder of the resource that sends.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<TracklyEmulatorResource> emulator)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(emulator);
        return builder.WithReferenceRelationship(emulator.Resource)
            .WithEnvironment("Trackly__BaseAddress", emulator.Resource.BaseAddress)
            .WithEnvironment("Trackly__ApiKey", emulator.Resource.ApiKey)
            .WithEnvironment("TRACKLY_BASE_ADDRESS", emulator.Resource.BaseAddress)
            .WithEnvironment("TRACKLY_API_KEY", emulator.Resource.ApiKey);
    }
}
