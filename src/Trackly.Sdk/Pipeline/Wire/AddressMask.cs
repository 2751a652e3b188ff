#if NET
using System.Diagnostics;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Masks what follows the path of an operation in the span of HttpClient: it may be a phone number. The propagator is the one place that .NET calls with both the span and the
/// request; what it propagates stays as it is.
/// </summary>
internal sealed class AddressMask(DistributedContextPropagator inner) : DistributedContextPropagator
{
    private const string UrlTag = "url.full";

    public override IReadOnlyCollection<string> Fields => inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (carrier is HttpRequestMessage request && FindAttempt(request)?.Call.MaskedAddress is { } masked && activity?.GetTagItem(UrlTag) is not null)
            activity.SetTag(UrlTag, masked);
        inner.Inject(activity, carrier, setter);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        inner.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => inner.ExtractBaggage(carrier, getter);

    private static Attempt? FindAttempt(HttpRequestMessage request) => request is AttemptRequest own ? own.Attempt : AttemptRequest.FindAttempt(request);
}
#endif
