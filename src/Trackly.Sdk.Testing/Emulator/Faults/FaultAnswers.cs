using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>What each fault makes of a request.</summary>
internal static class FaultAnswers
{
    private const int DefaultGatewayStatus = StatusCodes.Status502BadGateway;

    /// <remarks>
    /// A message that is to be queued is queued before anything is waited for: that is the case which code that sends again must fear. Whether the client is
    /// still there makes no difference to it.
    /// </remarks>
    public static Answer Of(Fault fault, Func<Queued> queue, TimeProvider clock)
    {
        Answer answer = fault.Kind switch
        {
            FaultKind.Status => Error(fault),
            FaultKind.GatewayHtml => new GatewayPage(fault.Status ?? DefaultGatewayStatus),
            FaultKind.Reset => new ConnectionReset(),
            FaultKind.AcceptThenReset => Then(queue(), new ConnectionReset()),
            FaultKind.Hang => Then(queue(), new Silence()),
            FaultKind.SlowBody => new Drip(queue(), fault.Pause, clock),
            _ => queue(),
        };
        return fault.Delay > TimeSpan.Zero ? new Late(answer, fault.Delay, clock) : answer;
    }

    private static Answer Then(Queued _, Answer answer) => answer;

    // 403 has a documented text. The emulator's choice for all others: the name that HTTP has for the status.
    private static Refusal Error(Fault fault) =>
        new(fault.Status!.Value, fault.Error ?? TextOf(fault.Status.Value), fault.Code) { RetryAfterSeconds = fault.RetryAfterSeconds };

    private static string TextOf(int status) =>
        status is StatusCodes.Status403Forbidden ? Refusal.Suspended.Error
        : ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase
        : "Error";
}
