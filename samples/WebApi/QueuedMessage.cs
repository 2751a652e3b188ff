namespace WebApi;

/// <summary>The answer to an accepted message: <c>message_id</c> and <c>status</c>.</summary>
internal sealed record QueuedMessage(string MessageId, string Status);
