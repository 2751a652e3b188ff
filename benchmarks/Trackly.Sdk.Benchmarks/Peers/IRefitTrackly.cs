using Refit;
using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks.Peers;

/// <summary>The endpoint as a Refit interface, with the records and the source-generated JSON of the hand-written code.</summary>
internal interface IRefitTrackly
{
    [Post("/v2/send")]
    Task<FloorResponse> SendAsync([Body] FloorMessage message, [Header("X-Api-Key")] string apiKey);
}
