using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.Testing;

/// <summary>Replaces the clients that <c>AddTrackly</c> registers with a <see cref="FakeTracklyClient"/>.</summary>
public static class FakeTracklyServiceCollectionExtensions
{
    /// <summary>
    /// Resolves <see cref="ITracklyClient"/>, and the interfaces of its resources, as the fake, whether <c>AddTrackly</c> is called before or after. The options get a key if the
    /// configuration of the test has none, because they are validated when the host starts. Any other error in them still keeps the host from
    /// starting.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="fake">The client whose requests the test looks at.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddFakeTrackly(this IServiceCollection services, FakeTracklyClient fake)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fake);
        services.RemoveAll<ITracklyClient>().RemoveAll<ITracklyContacts>().RemoveAll<ITracklyLists>().RemoveAll<ITracklyPhones>();
        services.AddSingleton(_ => fake.Contacts).AddSingleton(_ => fake.Lists).AddSingleton(_ => fake.Phones);
        return services.AddSingleton<ITracklyClient>(fake).AddMissingKey(Options.DefaultName);
    }

    /// <summary>Resolves the keyed <see cref="ITracklyClient"/> of one account, and its resources, as the fake. Other accounts are not changed.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The service key of the account.</param>
    /// <param name="fake">The client whose requests the test looks at.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddKeyedFakeTrackly(this IServiceCollection services, string serviceKey, FakeTracklyClient fake)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(fake);
        services.RemoveAllKeyed<ITracklyClient>(serviceKey).RemoveAllKeyed<ITracklyContacts>(serviceKey)
            .RemoveAllKeyed<ITracklyLists>(serviceKey).RemoveAllKeyed<ITracklyPhones>(serviceKey);
        services.AddKeyedSingleton(serviceKey, (_, _) => fake.Contacts).AddKeyedSingleton(serviceKey, (_, _) => fake.Lists).AddKeyedSingleton(serviceKey, (_, _) => fake.Phones);
        return services.AddKeyedSingleton<ITracklyClient>(serviceKey, fake).AddMissingKey(serviceKey);
    }

    private static IServiceCollection AddMissingKey(this IServiceCollection services, string name) =>
        services.PostConfigure<TracklyClientOptions>(name, static options =>
        {
            if (string.IsNullOrWhiteSpace(options.ApiKey))
                options.ApiKey = "trk_fake";
        });
}
