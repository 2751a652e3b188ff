using System.Diagnostics;

namespace Emulator.Browser.Tests.Support;

/// <summary>Waits for what a browser shows: it runs in real time, and says nothing when it is done.</summary>
internal static class Soon
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // A check takes the browser and its driver a few milliseconds and slows down what the test waits for, so the pauses between checks grow.
    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns how long it took until the condition held; fails with what was seen instead when it does not within the limit.</summary>
    public static async Task<TimeSpan> HoldsAsync(Func<bool> condition, Func<object?>? seen = null)
    {
        var start = Stopwatch.GetTimestamp();
        var pause = MinPause;
        // The last check comes after the limit, however long the one before it took.
        for (var isLast = false; !condition(); isLast = Stopwatch.GetElapsedTime(start) > Limit)
        {
            if (isLast)
                Assert.Fail($"The condition did not hold within {Limit.TotalSeconds} s. Seen instead: {seen?.Invoke() ?? "nothing"}.");
            await Task.Delay(pause, TestContext.Current.CancellationToken);
            pause = pause * 1.5 < MaxPause ? pause * 1.5 : MaxPause;
        }

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Waits until what happens next has a later time: the times of the control API have milliseconds.</summary>
    public static Task NextMomentAsync() => Task.Delay(5, TestContext.Current.CancellationToken);

    /// <summary>Waits until the value is the expected one.</summary>
    public static async Task IsAsync<T>(Func<T> value, T expected) =>
        await HoldsAsync(() => EqualityComparer<T>.Default.Equals(value(), expected), () => $"{value()} and not {expected}");
}
