using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>Redirects to the server's RedirectTarget, where neither key nor message must ever arrive.</summary>
public static class Redirects
{
    public static Fault MovedPermanently { get; } = Create(301);
    public static Fault Found { get; } = Create(302);
    public static Fault SeeOther { get; } = Create(303);
    public static Fault NotModified { get; } = new() { Response = ScriptedResponse.Create(new HttpResponse(304)) };
    public static Fault TemporaryRedirect { get; } = Create(307);
    public static Fault PermanentRedirect { get; } = Create(308);

    // Sent after the head, as by a gateway: a client that expects 100 Continue has not sent the body yet.
    public static Fault MovedPermanentlyBeforeBody { get; } = CreateEarly(301);
    public static Fault FoundBeforeBody { get; } = CreateEarly(302);
    public static Fault SeeOtherBeforeBody { get; } = CreateEarly(303);
    public static Fault TemporaryRedirectBeforeBody { get; } = CreateEarly(307);
    public static Fault PermanentRedirectBeforeBody { get; } = CreateEarly(308);

    private static Fault CreateEarly(int status, [CallerMemberName] string name = "") =>
        Create(status, name) with { Reads = RequestPart.Head, End = ConnectionEnd.Close };

    private static Fault Create(int status, [CallerMemberName] string name = "") => new(name)
    {
        Response = ScriptedResponse.Create(status, context => new HttpResponse(status) { Headers = [$"Location: {context.RedirectTarget}v2/send"] }),
    };
}
