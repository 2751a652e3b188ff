using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>What each fault makes of a request.</summary>
internal static class FaultResponses
{
    private const int DefaultGatewayStatus = StatusCodes.Status502BadGateway;

    /// <remarks>
    /// A message that is to be queued is queued before anything is waited for: that is the case which code that sends again must fear. Whether the client is
    /// still there makes no difference to it.
    /// </remarks>
    public static EmulatorResponse Create(InjectedFault fault, Func<QueuedResponse> queue, TimeProvider clock)
    {
        EmulatorResponse response = fault.Kind switch
        {
            FaultKind.Status => Error(fault),
            FaultKind.GatewayHtml => new GatewayPage(fault.Status ?? DefaultGatewayStatus),
            FaultKind.Reset => new ResetResponse(),
            FaultKind.AcceptThenReset => Then(queue(), new ResetResponse()),
            FaultKind.Hang => Then(queue(), new NoResponse()),
            FaultKind.SlowBody => new TrickledResponse(queue(), fault.Pause, clock),
            _ => queue(),
        };
        return fault.Delay > TimeSpan.Zero ? new DelayedResponse(response, fault.Delay, clock) : response;
    }

    private static EmulatorResponse Then(QueuedResponse _, EmulatorResponse response) => response;

    // 403 has a documented text. The emulator's choice for all others: the name that HTTP has for the status.
    private static ErrorResponse Error(InjectedFault fault) =>
        new(fault.Status!.Value, fault.Error ?? FindText(fault.Status.Value), fault.Code) { RetryAfterSeconds = fault.RetryAfterSeconds };

    private static string FindText(int status) =>
        status is StatusCodes.Status403Forbidden ? ErrorResponse.Suspended.Error
        : ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase
        : "Error";
}
