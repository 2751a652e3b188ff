using System.Runtime.ExceptionServices;

namespace Trackly.Sdk.Streams;

/// <summary>Why a stream ended before its source did: the first reason counts.</summary>
internal sealed class StreamEnd
{
    private ExceptionDispatchInfo? _reason;

    /// <summary>Gets the reason. Null when there is none.</summary>
    public Exception? Reason => Volatile.Read(ref _reason)?.SourceException;

    /// <summary>Returns whether every further message would fail in the same way.</summary>
    public static bool IsForAll(Exception failure) => failure is TracklyAuthenticationException or TracklyPermissionException or ObjectDisposedException;

    public static ObjectDisposedException CreateDisposed() => new("TracklyClient");

    /// <summary>Cancels a token. An exception that the source of messages throws then must not lose a result.</summary>
    public static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // See above.
        }
    }

    public void Set(Exception reason) => Interlocked.CompareExchange(ref _reason, ExceptionDispatchInfo.Capture(reason), null);

    public void ThrowIfSet() => Volatile.Read(ref _reason)?.Throw();
}
