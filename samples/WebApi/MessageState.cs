namespace WebApi;

/// <summary>What is known of a message: <c>message_id</c> and <c>status</c>.</summary>
internal sealed record MessageState(string MessageId, string Status);
