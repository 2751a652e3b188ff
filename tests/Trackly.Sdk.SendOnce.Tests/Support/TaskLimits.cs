namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>Ends a wait for another process or task that does not end, with a message. Only an error reaches the limit.</summary>
internal static class TaskLimits
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<T> InTimeAsync<T>(this Task<T> task, string expected)
    {
        await ((Task)task).InTimeAsync(expected);
        return await task;
    }

    public static async Task InTimeAsync(this Task task, string expected)
    {
        try
        {
            await task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException($"This did not happen within {Limit.TotalMinutes} minutes: {expected}.");
        }
    }
}
