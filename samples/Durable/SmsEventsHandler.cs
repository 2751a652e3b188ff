using Trackly.Sdk;

namespace Durable;

/// <summary>What the application does when it learns what became of an SMS. An event may come more than once.</summary>
public sealed class SmsEventsHandler
{
    /// <summary>The message is queued.</summary>
    public static void Handle(SmsAccepted accepted) => Console.WriteLine($"{accepted.Key}: accepted as {accepted.MessageId}");

    /// <summary>The message is rejected.</summary>
    public static void Handle(SmsRejected rejected) => Console.WriteLine($"{rejected.Key}: rejected, {rejected.ErrorCode}");

    /// <summary>Somebody has to decide.</summary>
    public static void Handle(SmsUnknown unknown) => Console.WriteLine($"{unknown.Key}: unknown, nobody sends it again");
}
