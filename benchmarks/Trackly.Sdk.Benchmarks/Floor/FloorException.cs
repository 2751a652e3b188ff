using System.Net;

namespace Trackly.Sdk.Benchmarks.Floor;

internal sealed class FloorException(HttpStatusCode status, string? code, string? error) : Exception($"Trackly responded with {(int)status} {code}: {error}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;
}
