using System.Diagnostics;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The propagator of the process stays in charge of what goes to the server: the mask only changes a tag.</summary>
public sealed class AddressMaskTests
{
    private readonly RecordingPropagator _inner = new();

    [Fact]
    public void WhatIsPropagated_IsLeftToThePropagatorOfTheProcess()
    {
        var mask = new AddressMask(_inner);
        using var request = new HttpRequestMessage();

        mask.Inject(activity: null, request, static (_, _, _) => { });
        mask.ExtractTraceIdAndState(request, getter: null, out var traceId, out var state);

        _inner.Carriers.Should().Equal(request);
        (traceId, state).Should().Be(("id", "state"));
        mask.Fields.Should().Equal("traceparent");
        mask.ExtractBaggage(request, getter: null).Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("key", (string?)"value"));
    }

    private sealed class RecordingPropagator : DistributedContextPropagator
    {
        public List<object?> Carriers { get; } = [];

        public override IReadOnlyCollection<string> Fields => ["traceparent"];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => Carriers.Add(carrier);

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = ("id", "state");

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => [KeyValuePair.Create("key", (string?)"value")];
    }
}
