using System.Net;
using System.Text.Json;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Messages;

/// <summary><c>POST v2/send/bulk</c>. One instance for each call: the response names messages by their place in the request.</summary>
internal sealed class SendBulkOperation : Operation<IReadOnlyList<SendRequest>, BulkSendResponse>
{
    public const int MaxMessages = 1_000;

    private SendRequest[] _passed = [];
    private IReadOnlyList<SendRequest> _sent = [];
    private BulkReply? _reply;

    public override string Name => "send_bulk";

    public override HttpMethod Method => HttpMethod.Post;

    public override string Path => "v2/send/bulk";

    public override RepeatSafety RepeatSafety => RepeatSafety.Unsafe;

    public override OutcomeAdvice Advice => OutcomeAdvice.Messages;

    public override void Validate(IReadOnlyList<SendRequest> request, RequestErrors errors)
    {
        _passed = [.. request];
        if (_passed.Length == 0)
            errors.Add(TracklyErrorCode.MissingMessages, "messages", "There is no message: pass 1 to 1,000 of them.");
        else if (_passed.Length > MaxMessages)
            errors.Add(TracklyErrorCode.TooManyMessages, "messages", FormattableString.Invariant(
                $"There are {_passed.Length:N0} messages, and Trackly takes 1,000 in one call: split them, or use SendManyAsync, which takes any number."));
        else
            Validate(_passed, errors);
    }

    public override IReadOnlyList<SendRequest> WriteValues(IReadOnlyList<SendRequest> request, RequestErrors errors)
    {
        var written = new SendRequest[_passed.Length];
        for (var i = 0; i < written.Length; i++)
        {
            var item = new RequestErrors();
            written[i] = _passed[i] is { Metadata: null } passed ? SendOperation.Instance.WriteValues(passed, item) : _passed[i];
            errors.AddItem($"messages[{i}]", item);
        }

        return written;
    }

    public override IReadOnlyList<SendRequest> MapRecipients(IReadOnlyList<SendRequest> request, Func<string, string> map)
    {
        var mapped = new SendRequest[request.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            try
            {
                mapped[i] = SendOperation.Instance.MapRecipients(request[i], map);
            }
            catch (TracklyRecipientBlockedException blocked)
            {
                throw new TracklyRecipientBlockedException($"No message of the call was sent, because of messages[{i}]. {blocked.Message}");
            }
        }

        return mapped;
    }

    public override byte[] Serialize(IReadOnlyList<SendRequest> request)
    {
        _sent = request;
        return JsonSerializer.SerializeToUtf8Bytes(new BulkBody(_sent), MessagesJsonContext.Requests.BulkBody);
    }

    public override ParsedResponse Parse(byte[] body)
    {
        var parsed = BulkReplyParser.Parse(body);
        if (parsed.Value is not BulkReply reply)
            return parsed;
        _reply = reply;
        return parsed with { Value = new BulkSendResponse { QueuedCount = reply.QueuedCount, ErrorCount = reply.ErrorCount } };
    }

    public override BulkSendResponse WithAttempts(BulkSendResponse response, IReadOnlyList<SendAttempt> attempts)
    {
        var outcomes = BulkAttribution.Attribute(_sent, _reply!);
        var results = new SendResult[outcomes.Length];
        for (var i = 0; i < results.Length; i++)
        {
            // An earlier attempt may have queued what the last one refused.
            var outcome = outcomes[i].Outcome == SendOutcome.Rejected && attempts.Any(static attempt => attempt.Outcome == SendOutcome.Unknown)
                ? SendOutcome.Unknown
                : outcomes[i].Outcome;
            results[i] = new SendResult(i, _passed[i], outcome) { Failure = CreateFailure(outcomes[i].Outcome, outcomes[i].Error, outcome, attempts) };
        }

        return response with { Results = results, Attempts = attempts };
    }

    public override string GetLogId(BulkSendResponse response) => FormattableString.Invariant($"({response.QueuedCount} of {response.Results.Count} messages)");

    private static void Validate(SendRequest[] requests, RequestErrors errors)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            var item = new RequestErrors();
            if (requests[i] is not { } request)
                item.Add(TracklyErrorCode.InvalidJson, "", "the message is null: leave it out.");
            else
                ValidateItem(request, item);
            errors.AddItem($"messages[{i}]", item);
        }
    }

    private static void ValidateItem(SendRequest request, RequestErrors errors)
    {
        if (request.Metadata is not null)
            errors.Add(TracklyErrorCode.InvalidJson, "metadata", "'metadata' is not documented for a bulk call: leave it out, or use SendManyAsync, which sends it.");
        SendOperation.Instance.Validate(request, errors);
    }

    private static Exception? CreateFailure(SendOutcome said, BulkError? error, SendOutcome outcome, IReadOnlyList<SendAttempt> attempts)
    {
        var status = attempts[attempts.Count - 1].StatusCode ?? HttpStatusCode.OK;
        var details = new TracklyFailureDetails { Outcome = outcome, Attempts = attempts };
        return said switch
        {
            SendOutcome.Accepted => null,
            SendOutcome.Rejected => TracklyApiException.Create(
                new TracklyErrorResponse
                {
                    StatusCode = status,
                    ErrorCode = error?.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null,
                    ErrorMessage = error?.Error,
                },
                details),
            _ => new TracklyResponseException(
                "The response to the bulk call does not say whether this message is queued. " + OutcomeAdvice.Message.Unknown, status, responseBody: null, details),
        };
    }
}
