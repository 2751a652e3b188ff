namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>Why a bulk call refused one message.</summary>
/// <param name="Index">The place of the message in the request, from 0.</param>
/// <param name="Number">The recipient as it was sent. Null when there was none.</param>
/// <param name="Error">The error message.</param>
/// <param name="Code">The code. Null means none.</param>
internal sealed record BulkItemError(int Index, string? Number, string Error, string? Code);
