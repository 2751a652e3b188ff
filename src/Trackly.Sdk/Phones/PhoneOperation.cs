using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Phones;

/// <summary>What the operations that validate numbers have in common. Only without force is a repeat free: Trackly keeps what it has found out.</summary>
internal abstract class PhoneOperation<TRequest, TResponse>(bool force) : Operation<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private static readonly OutcomeAdvice Forced = new()
    {
        NotSent = "Nothing was validated: the same call may be made again.",
        Rejected = "Nothing was validated.",
        Unknown = "The validation may have been made and charged. A call without force finds it in Trackly's cache for free.",
        Unreadable = "The validation was most likely made and charged. A call without force finds it in Trackly's cache for free.",
    };

    public override HttpMethod Method => HttpMethod.Post;

    public override RepeatSafety RepeatSafety => Force ? RepeatSafety.Unsafe : RepeatSafety.Safe;

    public override OutcomeAdvice Advice => Force ? Forced : OutcomeAdvice.Read;

    protected bool Force { get; } = force;
}
