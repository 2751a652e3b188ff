using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Trackly.Sdk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds send-once to a container.</summary>
public static class TracklySendOnceServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ITracklySendOnce"/>, which keeps its keys in a database. It uses the <see cref="ITracklyClient"/> of the container. The
    /// options are checked when the host starts.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="dataSource">
    /// The database that all senders share: an <c>NpgsqlDataSource</c> for many machines, or <c>SqliteFactory.Instance.CreateDataSource("Data
    /// Source=…")</c> for the processes of one. The caller disposes it.
    /// </param>
    /// <param name="configure">Changes the options. Null, the default, keeps them as they are.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddTracklySendOnce(this IServiceCollection services, DbDataSource dataSource,
        Action<SendOnceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return services.AddTracklySendOnce(_ => dataSource, configure);
    }

    /// <summary>Adds <see cref="ITracklySendOnce"/> with a data source from the container, such as that of <c>AddNpgsqlDataSource</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="dataSource">Finds the data source in the container.</param>
    /// <param name="configure">Changes the options. Null, the default, keeps them as they are.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddTracklySendOnce(
        this IServiceCollection services, Func<IServiceProvider, DbDataSource> dataSource, Action<SendOnceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        services.AddOptions<SendOnceOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendOnceOptions>, SendOnceOptionsValidator>());
        services.TryAddSingleton<ITracklySendOnce>(provider => new TracklySendOnce(
            provider.GetRequiredService<ITracklyClient>(), dataSource(provider), provider.GetRequiredService<IOptions<SendOnceOptions>>().Value,
            provider.GetService<ILoggerFactory>(), provider.GetService<TimeProvider>()));
        return services;
    }
}
