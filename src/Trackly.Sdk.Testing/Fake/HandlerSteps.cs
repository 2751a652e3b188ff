namespace Trackly.Sdk.Testing.Fake;

/// <summary>What the scripted handlers do step by step.</summary>
internal static class HandlerSteps
{
#if NET
    public static Task ReadBodyAsync(HttpContent body, CancellationToken cancellationToken) => body.CopyToAsync(Stream.Null, cancellationToken);

    public static Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken) => Task.Delay(delay, clock, cancellationToken);
#else
    public static Task ReadBodyAsync(HttpContent body, CancellationToken _) => body.CopyToAsync(Stream.Null);

    public static Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
#endif
}
