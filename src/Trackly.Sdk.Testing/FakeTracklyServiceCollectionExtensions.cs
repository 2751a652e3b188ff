using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.Testing;

/// <summary>Puts a <see cref="FakeTracklyClient"/> in the place of the clients that <c>AddTrackly</c> registers.</summary>
public static class FakeTracklyServiceCollectionExtensions
{
    /// <summary>
    /// Resolves <see cref="ITracklyClient"/> as the fake, whether <c>AddTrackly</c> comes before or after. It also gives the options a key when the configuration
    /// of the test has none, since they are checked when the host starts; whatever else is wrong with them still keeps it from starting.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="fake">The client that the test asks afterwards.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddFakeTrackly(this IServiceCollection services, FakeTracklyClient fake)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fake);
        services.RemoveAll<ITracklyClient>();
        return services.AddSingleton<ITracklyClient>(fake).AddKeyWhereNoneIs(Options.DefaultName);
    }

    /// <summary>Resolves the keyed <see cref="ITracklyClient"/> of one account as the fake; the others stay as they are.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the account, as given to <c>AddTrackly</c>.</param>
    /// <param name="fake">The client that the test asks afterwards.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddFakeTrackly(this IServiceCollection services, string name, FakeTracklyClient fake)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(fake);
        services.RemoveAllKeyed<ITracklyClient>(name);
        return services.AddKeyedSingleton<ITracklyClient>(name, fake).AddKeyWhereNoneIs(name);
    }

    private static IServiceCollection AddKeyWhereNoneIs(this IServiceCollection services, string name) =>
        services.PostConfigure<TracklyClientOptions>(name, static options =>
        {
            if (string.IsNullOrWhiteSpace(options.ApiKey))
                options.ApiKey = "trk_fake";
        });
}
