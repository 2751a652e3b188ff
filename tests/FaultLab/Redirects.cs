using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>Redirects to the server's RedirectTarget, where the key must never arrive.</summary>
public static class Redirects
{
    public static Fault MovedPermanently { get; } = Create(301);
    public static Fault Found { get; } = Create(302);
    public static Fault SeeOther { get; } = Create(303);
    public static Fault NotModified { get; } = new() { Response = ScriptedResponse.Create(new HttpResponse(304)) };
    public static Fault TemporaryRedirect { get; } = Create(307);
    public static Fault PermanentRedirect { get; } = Create(308);

    private static Fault Create(int status, [CallerMemberName] string name = "") => new(name)
    {
        Response = ScriptedResponse.Create(status, context => new HttpResponse(status) { Headers = [$"Location: {context.RedirectTarget}v2/send"] }),
    };
}
