using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>
/// Contacts, lists and phones of a fake: one real client over scripted handlers. It comes from a container, because only there can a handler read a request without counting as
/// sending it.
/// </summary>
internal sealed class FakeResources
{
    private readonly object _lock = new();
    private readonly List<ApiCall> _calls = [];

    public FakeResources(FakeScript script, TimeProvider clock)
    {
        var state = new ApiState(new FakeLists(), new ContactBook(new OptOuts()), clock);
        var planned = new PlannedCalls();
        var services = new ServiceCollection();
        services.AddTrackly(static options =>
        {
            // The host name cannot exist, so nothing can be sent even by mistake.
            (options.ApiKey, options.BaseAddress) = ("trk_fake", new Uri("https://fake.invalid/api/"));
            (options.AttemptTimeout, options.Timeout) = (TimeSpan.FromDays(1), TimeSpan.FromDays(1));
            options.Retry.MaxRetryAttempts = 0;
        })
            .AddHttpMessageHandler(() => new PlanningHandler(script, state, planned, Record))
            .ConfigurePrimaryHttpMessageHandler(() => new PlannedHandler(planned, clock));
        // Lives as long as the fake: it holds no connection that somebody has to close.
        Client = services.BuildServiceProvider().GetRequiredService<TracklyClient>();
    }

    public TracklyClient Client { get; }

    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    private void Record(ApiCall call)
    {
        lock (_lock)
            _calls.Add(call);
    }
}
