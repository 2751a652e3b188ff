using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Values for tests in which any valid value will do. Tests search for number, text and key where they must not appear.</summary>
internal static class Some
{
    public const string Recipient = "+14155551234";

    public const string ListNumber = "+18005551000";

    public const string Text = "Hello! Your order is confirmed. Ref: {{messageId}}";

    public const string Key = "trk_your_api_key_here";

    /// <summary>The documented response.</summary>
    public const string QueuedJson = """{ "success": true, "message_id": "a1b2c3d4", "status": "queued" }""";

    public static SendRequest Request() => new() { To = Recipient, ListNumber = ListNumber, Body = Text };

    public static TracklyClientOptions Options(Action<TracklyClientOptions>? configure = null)
    {
        var options = new TracklyClientOptions { ApiKey = Key };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A call that sends <see cref="Request"/>, with 30 seconds for all its attempts.</summary>
    public static Call Call(TimeProvider clock, Action<SendAttempt, TimeSpan>? onRetry = null) => new(clock, CancellationToken.None, CancellationToken.None)
    {
        Method = HttpMethod.Post,
        BaseAddress = new Uri("https://trackly.test/api/"),
        Address = new Uri("https://trackly.test/api/v2/send"),
        ApiKey = Key,
        Body = SendOperation.Instance.Serialize(Request()),
        Parser = SendOperation.Instance,
        MaxResponseBytes = 1024,
        RepeatSafety = RepeatSafety.Unsafe,
        Advice = OutcomeAdvice.Message,
        RetryMode = TracklyRetryMode.Standard,
        Timeout = TimeSpan.FromSeconds(30),
        OnRetry = onRetry,
    };
}
