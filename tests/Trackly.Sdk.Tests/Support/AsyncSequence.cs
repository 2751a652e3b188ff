namespace Trackly.Sdk.Tests.Support;

/// <summary>Sequences as asynchronous ones, which older runtimes have no method for.</summary>
internal static class AsyncSequence
{
    public static async IAsyncEnumerable<T> AsAsync<T>(this IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> collected = [];
        await foreach (var item in items)
            collected.Add(item);
        return collected;
    }
}
