namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>What is known of a message beside its request.</summary>
internal sealed record StoredState(
    long Sequence, string MessageId, DateTimeOffset ReceivedAt, string Status, string? StatusDetail, EmulatedFault Fault, IReadOnlyList<string> Notes);
