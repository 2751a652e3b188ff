using System.Diagnostics;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Ends a wait for something that does not come, with a message. It is measured in real time, which only an error needs.</summary>
/// <param name="expected">What is waited for, as the end of "did not happen within a minute: ".</param>
internal sealed class WaitLimit(string expected)
{
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();

    /// <summary>Fails when the time is over.</summary>
    public void Check()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        if (_elapsed.Elapsed > Duration)
            Assert.Fail($"This did not happen within a minute: {expected}.");
    }

    /// <summary>Waits until a condition is true that another thread makes so.</summary>
    public static async Task UntilAsync(Func<bool> condition, string expected)
    {
        for (var limit = new WaitLimit(expected); !condition(); limit.Check())
            await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    /// <summary>The same, without a pause between two looks at it.</summary>
    public static async Task UntilAtOnceAsync(Func<bool> condition, string expected)
    {
        for (var limit = new WaitLimit(expected); !condition(); limit.Check())
            await Task.Yield();
    }
}
