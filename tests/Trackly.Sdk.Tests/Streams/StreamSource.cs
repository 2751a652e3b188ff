using System.Runtime.CompilerServices;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>A source of messages that counts how many were taken from it.</summary>
internal sealed class StreamSource
{
    private readonly TaskCompletionSource<bool> _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _read;

    public int Read => Volatile.Read(ref _read);

    public bool IsDisposed => _disposed.Task.IsCompleted;

    /// <summary>Waits for the disposal. A stream that ends while the source moves does not wait for it: an enumerator cannot be disposed while it moves.</summary>
    public Task WaitUntilDisposedAsync() => _disposed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public static SendRequest Create(int index, string list = Some.ListNumber) => new(Some.Recipient, list, $"{index}");

    /// <param name="count">How many messages.</param>
    /// <param name="atEnd">What happens after the last. Null ends the source.</param>
    /// <param name="create">Creates a message. Null for a valid one.</param>
    public IAsyncEnumerable<SendRequest> Messages(int count, Func<CancellationToken, Task>? atEnd = null, Func<int, SendRequest>? create = null) =>
        ReadAsync(count, atEnd, create, CancellationToken.None);

    private async IAsyncEnumerable<SendRequest> ReadAsync(
        int count, Func<CancellationToken, Task>? atEnd, Func<int, SendRequest>? create, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var index = 0; index < count; index++)
            {
                if (index % 3 == 0)
                    await Task.Yield();
                Interlocked.Increment(ref _read);
                yield return create is null ? Create(index) : create(index);
            }

            if (atEnd is not null)
                await atEnd(cancellationToken);
        }
        finally
        {
            _disposed.TrySetResult(true);
        }
    }
}
