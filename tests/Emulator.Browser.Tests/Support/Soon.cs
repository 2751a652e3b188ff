using System.Diagnostics;

namespace Emulator.Browser.Tests.Support;

/// <summary>Waits for what a browser shows: it runs in real time, and says nothing when it is done.</summary>
internal static class Soon
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // A check takes the browser and its driver about as long, and slows down what the test waits for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns how long it took until the condition held; fails with what was seen instead when it does not within the limit.</summary>
    public static async Task<TimeSpan> HoldsAsync(Func<bool> condition, Func<object?>? seen = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > Limit)
                Assert.Fail($"It did not come to hold within {Limit.TotalSeconds} s. Seen instead: {seen?.Invoke() ?? "nothing"}.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Waits until what happens next has a later time: the times of the control API have milliseconds.</summary>
    public static Task NextMomentAsync() => Task.Delay(5, TestContext.Current.CancellationToken);

    /// <summary>Waits until the value is the expected one.</summary>
    public static async Task IsAsync<T>(Func<T> value, T expected) =>
        await HoldsAsync(() => EqualityComparer<T>.Default.Equals(value(), expected), () => $"{value()} and not {expected}");
}
