using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>Answers that send the client to the lab's Elsewhere, where the key must never arrive.</summary>
public static class Redirects
{
    public static Fault MovedPermanently { get; } = To(301);
    public static Fault Found { get; } = To(302);
    public static Fault SeeOther { get; } = To(303);
    public static Fault NotModified { get; } = new() { Answer = LabAnswer.Of(new LabResponse(304)) };
    public static Fault TemporaryRedirect { get; } = To(307);
    public static Fault PermanentRedirect { get; } = To(308);

    private static Fault To(int status, [CallerMemberName] string name = "") => new(name)
    {
        Answer = LabAnswer.Of(status, occasion => new LabResponse(status) { Headers = [$"Location: {occasion.Elsewhere}v2/send"] }),
    };
}
