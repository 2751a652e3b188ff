using System.Net;
using Trackly.Sdk.SendOnce.Sending;
using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

/// <summary>What a row stores about an exception of the client.</summary>
public sealed class ClientFailureTests
{
    public static TheoryData<Exception, SendOnceOutcome, string?> Rows => new()
    {
        { new TracklyValidationException([new(TracklyErrorCode.InvalidPhone, "to", "No."), new(TracklyErrorCode.MissingBody, "body", "No.")]), SendOnceOutcome.Rejected, "invalid_phone" },
        { new TracklyRecipientBlockedException("No."), SendOnceOutcome.Rejected, "recipient_blocked" },
        { ClientFailures.Refuse(HttpStatusCode.BadRequest, TracklyErrorCode.ListNotFound), SendOnceOutcome.Rejected, "list_not_found" },
        { ClientFailures.Refuse(HttpStatusCode.TooManyRequests, code: null), SendOnceOutcome.NotSent, null },
        { ClientFailures.Refuse(HttpStatusCode.InternalServerError, code: null), SendOnceOutcome.Unknown, null },
        { ClientFailures.SendNothing(), SendOnceOutcome.NotSent, null },
        { ClientFailures.LoseResponse(), SendOnceOutcome.Unknown, null },
        { ClientFailures.Cancel(SendOutcome.NotSent, CancellationToken.None), SendOnceOutcome.NotSent, null },
        { ClientFailures.Cancel(SendOutcome.Rejected, CancellationToken.None), SendOnceOutcome.Rejected, null },
        { ClientFailures.Cancel(SendOutcome.Unknown, CancellationToken.None), SendOnceOutcome.Unknown, null },
        { new OperationCanceledException(), SendOnceOutcome.Unknown, null },
    };

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void AnException_IsSettledWithTheOutcomeThatItReports(Exception exception, SendOnceOutcome outcome, string? code) =>
        ClientFailure.ToSettlement(exception).Should().Be(new Settlement(outcome, MessageId: null, code is null ? null : new TracklyErrorCode(code)));

    [Theory]
    [InlineData("a", 1, true)]
    [InlineData("z", 64, true)]
    [InlineData("_", 1, true)]
    [InlineData("a", 65, false)]
    [InlineData("a", 0, false)]
    [InlineData("A", 1, false)]
    [InlineData("code_1", 1, false)]
    [InlineData("+14155551234", 1, false)]
    public void ACode_IsKeptOnlyIfItLooksLikeOneOfTracklys(string part, int times, bool isKept)
    {
        var code = new TracklyErrorCode(string.Concat(Enumerable.Repeat(part, times)));

        ClientFailure.ToSettlement(ClientFailures.Refuse(HttpStatusCode.BadRequest, code)).ErrorCode.Should().Be(isKept ? code : (TracklyErrorCode?)null);
    }

    [Fact]
    public void FindRetryAfter_IsThatOfTheResponse()
    {
        ClientFailure.FindRetryAfter(ClientFailures.Refuse(HttpStatusCode.TooManyRequests, code: null, TimeSpan.FromSeconds(7))).Should().Be(TimeSpan.FromSeconds(7));
        ClientFailure.FindRetryAfter(ClientFailures.SendNothing()).Should().BeNull();
        ClientFailure.FindRetryAfter(null).Should().BeNull();
    }
}
