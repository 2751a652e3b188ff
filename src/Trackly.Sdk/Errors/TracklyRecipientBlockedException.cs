namespace Trackly.Sdk;

/// <summary>The recipient is not one whom <see cref="TracklyClientOptions.RecipientPolicy"/> lets the client text: nothing is queued, and no byte was sent.</summary>
/// <param name="message">Says what the policy holds against the recipient, without a number.</param>
public sealed class TracklyRecipientBlockedException(string message) : TracklyException(message, SendOutcome.NotSent, attempts: null, innerException: null);
