using System.Text;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Describes an unexpected exception that ended a request to a <see cref="TracklyEmulator"/>: an error in the emulator itself. It does not contain the message of
/// the exception, which could repeat parts of the request.
/// </summary>
public sealed record EmulatorFailure
{
    internal EmulatorFailure()
    {
    }

    /// <summary>Gets the time of the exception, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Gets the full name of the exception's type, such as <c>System.InvalidOperationException</c>.</summary>
    public required string ExceptionType { get; init; }

    /// <summary>Gets the types and the stack traces of the exception and its inner exceptions, without their messages.</summary>
    public required string StackTrace { get; init; }

    internal static EmulatorFailure Create(Exception exception, DateTimeOffset occurredAt) =>
        new() { OccurredAt = occurredAt, ExceptionType = exception.GetType().ToString(), StackTrace = FormatStackTrace(exception) };

    /// <summary>Returns the type of the exception.</summary>
    /// <returns>A string such as <c>EmulatorFailure: System.InvalidOperationException</c>.</returns>
    public override string ToString() => $"{nameof(EmulatorFailure)}: {ExceptionType}";

    private static string FormatStackTrace(Exception exception)
    {
        var stack = new StringBuilder();
        for (var next = exception; next is not null; next = next.InnerException)
        {
            stack.Append(stack.Length == 0 ? "" : $"{Environment.NewLine}---> ").Append(next.GetType());
            if (next.StackTrace is { } trace)
                stack.AppendLine().Append(trace);
        }

        return stack.ToString();
    }
}
