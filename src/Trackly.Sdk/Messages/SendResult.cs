using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents what became of one of many messages: a result of <c>SendManyAsync</c> or <c>SendBulkAsync</c>.</summary>
public sealed record SendResult
{
    /// <summary>Creates a result whose required properties an object initializer sets.</summary>
    public SendResult()
    {
    }

    /// <summary>Creates a result, for instance in a test of your own code.</summary>
    /// <param name="index">The position of the message among those that were passed, from 0.</param>
    /// <param name="request">The message.</param>
    /// <param name="outcome">What became of it.</param>
    [SetsRequiredMembers]
    public SendResult(long index, SendRequest request, SendOutcome outcome) => (Index, Request, Outcome) = (index, request, outcome);

    /// <summary>Gets the position of the message among those that were passed, from 0.</summary>
    [JsonPropertyName("index")]
    public required long Index { get; init; }

    /// <summary>
    /// Gets the message. In a bulk call it is the instance that was passed. In a stream it is a copy, made when the stream took the message from its source, so that a source
    /// may reuse one object; it equals the instance that was passed, unless that was changed later.
    /// </summary>
    [JsonPropertyName("request")]
    public required SendRequest Request { get; init; }

    /// <summary>Gets what became of the message.</summary>
    [JsonPropertyName("outcome")]
    public required SendOutcome Outcome { get; init; }

    /// <summary>Gets Trackly's response to an accepted message. Null when it was not accepted, and always null for a bulk call, which returns no ids.</summary>
    [JsonPropertyName("response")]
    public SendResponse? Response { get; init; }

    /// <summary>
    /// Gets why the message was not accepted: the exception that <see cref="ITracklyClient.SendAsync(SendRequest, CancellationToken)"/> would have thrown. Null when it was
    /// accepted. It is not part of the JSON.
    /// </summary>
    [JsonIgnore]
    public Exception? Failure { get; init; }

    /// <summary>Returns the index, the outcome, the message id and the type of the failure.</summary>
    /// <returns>A string without a phone number, message text or metadata.</returns>
    public override string ToString() =>
        $"SendResult {{ Index = {Index}, Outcome = {Outcome}, MessageId = {(Response is { } response ? Redaction.RedactMessageId(response.MessageId) : "none")}, " +
        $"Failure = {Failure?.GetType().Name ?? "none"} }}";
}
