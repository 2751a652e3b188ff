using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Every event of the category <c>Trackly.Sdk.AspNetCore</c>. Ids, names and levels are a contract: docs/webhooks.md.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Debug, "Handled a Trackly webhook: {Event}, {ElapsedMilliseconds} ms.", EventName = "Handled")]
    public static partial void Handled(ILogger logger, string @event, long elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Warning, "Refused a request to the Trackly webhook: the secret in its address is wrong.", EventName = "WrongSecret")]
    public static partial void WrongSecret(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "Refused a request to the Trackly webhook: VerifySignature rejected it.", EventName = "WrongSignature")]
    public static partial void WrongSignature(ILogger logger);

    [LoggerMessage(
        4, LogLevel.Warning, "Refused a request to the Trackly webhook: its body has more than {MaxBodyBytes} bytes.",
        EventName = "TooLarge")]
    public static partial void TooLarge(ILogger logger, int maxBodyBytes);

    [LoggerMessage(5, LogLevel.Warning, "Refused a request to the Trackly webhook: {Problem}", EventName = "NotAnObject")]
    public static partial void NotAnObject(ILogger logger, string problem);

    [LoggerMessage(
        6, LogLevel.Error, "The handler of a Trackly webhook failed: {Event}. The response is 500, and Trackly repeats the event.",
        EventName = "HandlerFailed")]
    public static partial void HandlerFailed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "Received a Trackly webhook of an unknown event. {Problem}", EventName = "Unknown")]
    public static partial void Unknown(ILogger logger, string problem);

    [LoggerMessage(8, LogLevel.Error, "The changed TracklyWebhookOptions are invalid and not used: {Problems}", EventName = "OptionsInvalid")]
    public static partial void OptionsInvalid(ILogger logger, string problems);

    [LoggerMessage(9, LogLevel.Information, "A request to the Trackly webhook ended before its body was complete.", EventName = "Incomplete")]
    public static partial void Incomplete(ILogger logger);

    [LoggerMessage(
        10, LogLevel.Information, "The host stopped while a Trackly webhook was handled: {Event}. Trackly repeats the event.",
        EventName = "Stopping")]
    public static partial void Stopping(ILogger logger, string @event);

    [LoggerMessage(
        11, LogLevel.Error, "VerifySignature failed for a Trackly webhook. The response is 500, and Trackly repeats the event.",
        EventName = "VerificationFailed")]
    public static partial void VerificationFailed(ILogger logger, Exception exception);
}
