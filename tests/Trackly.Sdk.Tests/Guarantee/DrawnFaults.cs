using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Draws the fault of each delivery of each message from a seed, so that the reconciliation can draw the same faults again.</summary>
/// <param name="seed">The seed.</param>
/// <param name="faultyPercent">How many of a hundred deliveries are faulty.</param>
/// <param name="endsStreams">Whether there is a 401, which ends a stream of messages.</param>
internal sealed class DrawnFaults(int seed, int faultyPercent = 20, bool endsStreams = true)
{
    private static readonly Fault[] Choice =
    [
        ConnectionFaults.ResetAfterBody, ConnectionFaults.CloseAfterBody, ConnectionFaults.HangAfterBody,
        BrokenResponses.TruncatedHeadThenClose, BrokenResponses.TruncatedHeadThenReset, BrokenResponses.TruncatedSuccessThenReset, BrokenResponses.NotHttp,
        BrokenResponses.TruncatedErrorThenClose, BrokenResponses.ChunkedGarbage,
        UnreadableSuccesses.Html, UnreadableSuccesses.NoMessageId, UnreadableSuccesses.SuccessFalse,
        PlainResponses.InvalidPhone, PlainResponses.InvalidApiKey, PlainResponses.TooManyRequests, RetryAfterResponses.TooManyRequestsRetryAfter,
        PlainResponses.InternalServerError, PlainResponses.BadGatewayHtml, PlainResponses.ServiceUnavailable, RetryAfterResponses.ServiceUnavailableRetryAfter,
    ];

    public Fault Draw(string id, int delivery)
    {
        // A generator per delivery, so that the order of arrival changes nothing.
        var draw = new Random(unchecked((seed * 397) ^ (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) * 7919) ^ delivery));
        return draw.Next(100) < faultyPercent && Choice[draw.Next(Choice.Length)] is var fault && (endsStreams || fault != PlainResponses.InvalidApiKey)
            ? fault
            : PlainResponses.Accepted;
    }
}
