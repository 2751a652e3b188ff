#if NETSTANDARD2_0
namespace Trackly.Sdk;

/// <summary>A wait that .NET 6 and later have.</summary>
internal static class TaskWaiting
{
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted && cancellationToken.CanBeCanceled)
        {
            var canceled = new TaskCompletionSource<bool>();
            using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), canceled))
            {
                if (await Task.WhenAny(task, canceled.Task).ConfigureAwait(false) != task)
                    cancellationToken.ThrowIfCancellationRequested();
            }
        }

        await task.ConfigureAwait(false);
    }
}
#endif
