namespace Trackly.Sdk;

/// <summary><see cref="TracklyClientOptions.RecipientPolicy"/> does not allow the recipient. Nothing is queued, and no byte was sent.</summary>
/// <param name="message">Says which part of the policy blocks the recipient, without a number.</param>
public sealed class TracklyRecipientBlockedException(string message) : TracklyException(message, SendOutcome.NotSent, details: null);
