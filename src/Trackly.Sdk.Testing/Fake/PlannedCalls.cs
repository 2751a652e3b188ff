using System.Runtime.CompilerServices;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>The plans of requests that are on their way from one handler to the other.</summary>
internal sealed class PlannedCalls
{
    private readonly ConditionalWeakTable<HttpRequestMessage, PlannedCall> _plans = new();

    public void Add(HttpRequestMessage request, PlannedCall plan) => _plans.Add(request, plan);

    public PlannedCall Get(HttpRequestMessage request) =>
        _plans.TryGetValue(request, out var plan) ? plan : throw new InvalidOperationException("The request was replaced between the two handlers of the fake.");
}
