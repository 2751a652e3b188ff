using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Creates the response that a fault calls for.</summary>
internal static class FaultResponses
{
    private const int DefaultGatewayStatus = 502;

    /// <remarks>
    /// A message is queued before any wait, and whether the client is still connected makes no difference to it. This is the case that code which
    /// sends again has to be ready for.
    /// </remarks>
    public static EmulatorResponse Create(InjectedFault fault, Func<JsonResponse> queue, TimeProvider clock)
    {
        var queued = fault.QueuesMessage ? queue() : null;
        EmulatorResponse response = fault.Kind switch
        {
            EmulatedFault.Status => CreateError(fault),
            EmulatedFault.GatewayHtml => new GatewayPage(fault.Status ?? DefaultGatewayStatus),
            EmulatedFault.Reset or EmulatedFault.AcceptThenReset => new ResetResponse(),
            EmulatedFault.Hang => new NoResponse(),
            EmulatedFault.SlowBody => new TrickledResponse(queued!, fault.Pause, clock),
            _ => queued!,
        };
        return fault.Delay > TimeSpan.Zero ? new DelayedResponse(response, fault.Delay, clock) : response;
    }

    private static ErrorResponse CreateError(InjectedFault fault) =>
        new(fault.Status!.Value, fault.ErrorMessage ?? DocumentedErrors.FindMessage(fault.Status.Value), fault.Code) { RetryAfterSeconds = fault.RetryAfterSeconds };
}
