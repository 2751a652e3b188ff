namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A part of a search. All of its parts must match.</summary>
/// <param name="OfMessage">Whether a message matches.</param>
/// <param name="OfReply">Whether a reply matches. Null means that none does.</param>
/// <param name="OfRefused">Whether a refused request matches. Null means that none does.</param>
internal sealed record SearchTerm(
    Func<EmulatedMessage, bool> OfMessage, Func<EmulatedReply, bool>? OfReply = null, Func<EmulatedExchange, bool>? OfRefused = null);
