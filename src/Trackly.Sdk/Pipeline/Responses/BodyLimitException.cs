namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>A response body is larger than the client reads.</summary>
internal sealed class BodyLimitException(int limit) : IOException(FormattableString.Invariant($"The body is larger than {limit} bytes."));
