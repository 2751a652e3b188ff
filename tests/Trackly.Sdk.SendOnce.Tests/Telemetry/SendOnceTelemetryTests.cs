using System.Diagnostics;
using Trackly.Sdk.SendOnce.Telemetry;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Telemetry;

/// <summary>The values of tags, spans and metrics.</summary>
public sealed class SendOnceTelemetryTests : IDisposable
{
    private readonly OwnMeasurements _measured = new();
    private readonly Activity _span = new("test");

    public void Dispose()
    {
        _measured.Dispose();
        _span.Dispose();
    }

    [Theory]
    [InlineData(SendOnceOutcome.NotSent, "not_sent")]
    [InlineData(SendOnceOutcome.Rejected, "rejected")]
    [InlineData(SendOnceOutcome.Accepted, "accepted")]
    [InlineData(SendOnceOutcome.InProgress, "in_progress")]
    [InlineData(SendOnceOutcome.Unknown, "unknown")]
    public void Complete_CountsTheCallByItsOutcome(SendOnceOutcome outcome, string name)
    {
        _measured.Measure(() => SendOnceTelemetry.Complete(span: null, new SendOnceResult { Key = "order-1", Outcome = outcome, AlreadySent = true }));

        _measured.All.Should().Equal($"trackly.send_once.calls 1 trackly.outcome={name} trackly.already_sent=True");
    }

    [Fact]
    public void Complete_OfAnAcceptedKey_LeavesTheSpanWithoutAnError()
    {
        SendOnceTelemetry.Complete(_span, new SendOnceResult { Key = "order-1", Outcome = SendOnceOutcome.Accepted });

        _span.Status.Should().Be(ActivityStatusCode.Unset);
        _span.TagObjects.Should().Equal(KeyValuePair.Create("trackly.outcome", (object?)"accepted"), KeyValuePair.Create("trackly.already_sent", (object?)false));
    }

    [Fact]
    public void Fail_CountsTheCallAndMarksTheSpan()
    {
        _measured.Measure(() =>
        {
            SendOnceTelemetry.Fail(_span, new SendOnceConflictException("order-1"));
            SendOnceTelemetry.Fail(span: null, new OperationCanceledException());
            SendOnceTelemetry.Fail(span: null, new BrokenConnectionException());
        });

        _measured.All.Should().Equal(
            "trackly.send_once.calls 1 trackly.outcome=conflict trackly.already_sent=False",
            "trackly.send_once.calls 1 trackly.outcome=canceled trackly.already_sent=False",
            "trackly.send_once.calls 1 trackly.outcome=failed trackly.already_sent=False");
        _span.Status.Should().Be(ActivityStatusCode.Error);
        _span.TagObjects.Should().Equal(
            KeyValuePair.Create("trackly.outcome", (object?)"conflict"), KeyValuePair.Create("error.type", (object?)"Trackly.Sdk.SendOnceConflictException"));
    }

    [Fact]
    public void CountSettleFailure_CountsByOutcome()
    {
        _measured.Measure(static () => SendOnceTelemetry.CountSettleFailure(SendOnceOutcome.Accepted));

        _measured.All.Should().Equal("trackly.send_once.settle.failures 1 trackly.outcome=accepted");
    }

    [Fact]
    public void CountExpired_CountsKeys_AndNothingForZero()
    {
        _measured.Measure(static () => SendOnceTelemetry.CountExpired(0));
        _measured.Measure(static () => SendOnceTelemetry.CountExpired(2));

        _measured.All.Should().Equal("trackly.send_once.expired_leases 2");
    }

    [Fact]
    public void FormatType_IsATypeThatACatchBlockNames()
    {
        SendOnceTags.FormatType(ClientFailures.LoseResponse()).Should().Be("Trackly.Sdk.TracklyConnectionException");
        SendOnceTags.FormatType(new OperationCanceledException()).Should().Be("System.OperationCanceledException");
        SendOnceTags.FormatType(new SendOnceConflictException("order-1")).Should().Be("Trackly.Sdk.SendOnceConflictException");
        SendOnceTags.FormatType(new BrokenConnectionException()).Should().Be("System.Data.Common.DbException");
        SendOnceTags.FormatType(new InvalidDataException()).Should().Be("_OTHER");
    }
}
