using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Draws the fault of each delivery of each message from a seed, so that it can be asked again when the books are balanced.</summary>
internal sealed class DrawnFaults(int seed)
{
    private const int InAHundredAreFaulty = 20;

    private static readonly Fault[] Choice =
    [
        ConnectionFaults.ResetAfterBody, ConnectionFaults.CloseAfterBody, ConnectionFaults.HangAfterBody,
        BrokenAnswers.TruncatedHeadThenClose, BrokenAnswers.TruncatedHeadThenReset, BrokenAnswers.TruncatedSuccessThenReset, BrokenAnswers.NotHttp,
        BrokenAnswers.TruncatedErrorThenClose, BrokenAnswers.ChunkedGarbage,
        UnreadableSuccesses.Html, UnreadableSuccesses.NoMessageId, UnreadableSuccesses.SuccessFalse,
        PlainAnswers.InvalidPhone, PlainAnswers.InvalidApiKey, PlainAnswers.TooManyRequests, PlainAnswers.TooManyRequestsRetryAfter,
        PlainAnswers.InternalServerError, PlainAnswers.BadGatewayHtml, PlainAnswers.ServiceUnavailable, PlainAnswers.ServiceUnavailableRetryAfter,
    ];

    public Fault For(string id, int delivery)
    {
        // A generator of its own for each delivery: the order in which they arrive draws nothing else.
        var draw = new Random(unchecked((seed * 397) ^ (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) * 7919) ^ delivery));
        return draw.Next(100) < InAHundredAreFaulty ? Choice[draw.Next(Choice.Length)] : PlainAnswers.Accepted;
    }
}
