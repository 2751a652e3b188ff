using System.Net;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Checks the arguments of a scripted behavior, so that the fake and the emulator accept the same ones.</summary>
internal static class ScriptArguments
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    public static int CheckCount(int count, string name) => count >= 1
        ? count
        : throw new ArgumentOutOfRangeException(name, count, "The count must be 1 or more.");

    public static TimeSpan CheckWait(TimeSpan wait, string name) => wait >= TimeSpan.Zero && wait <= MaxWait
        ? wait
        : throw new ArgumentOutOfRangeException(name, wait, "The time must be from zero to one day.");

    /// <returns>Whole seconds, rounded up, as the <c>Retry-After</c> header has them.</returns>
    public static int? CheckRetryAfter(TimeSpan? retryAfter, string name) =>
        retryAfter is { } wait ? (int)Math.Ceiling(CheckWait(wait, name).TotalSeconds) : null;

    public static int CheckErrorStatus(HttpStatusCode status, string name) => StatusRanges.IsError((int)status)
        ? (int)status
        : throw new ArgumentOutOfRangeException(
            name, status, $"The status must be {StatusRanges.Errors}. For a success use Accepts, or RespondsUnreadably for one that cannot be read.");

    public static int CheckPageStatus(HttpStatusCode status, string name) => StatusRanges.IsPage((int)status)
        ? (int)status
        : throw new ArgumentOutOfRangeException(name, status, $"The status must be {StatusRanges.Pages}.");

    public static string? CheckMessageId(string? messageId, string name) => messageId is null || !string.IsNullOrWhiteSpace(messageId)
        ? messageId
        : throw new ArgumentException("A message id must not be empty. For a response without one use RespondsUnreadably.", name);

    public static (int Status, string Message) FindError(string code, string name) => DocumentedErrors.Find(code)
        ?? throw new ArgumentException("The documentation has no such code for a whole request. To respond with it anyway, use RespondsWith(status, code: ...).", name);
}
