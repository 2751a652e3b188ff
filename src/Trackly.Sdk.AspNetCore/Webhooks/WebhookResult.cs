namespace Trackly.Sdk.AspNetCore;

/// <summary>What became of a request to the endpoint.</summary>
internal enum WebhookResult
{
    Handled,
    WrongSecret,
    WrongSignature,
    TooLarge,
    NotAnObject,
    Incomplete,
    HandlerFailed,
    Stopping,
}
