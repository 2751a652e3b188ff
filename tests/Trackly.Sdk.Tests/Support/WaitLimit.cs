using System.Diagnostics;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Fails a test that waits too long, with a message. The limit is in real time, but only an error reaches it.</summary>
/// <param name="expected">What the test waits for, as a clause: "the client has a response".</param>
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

    /// <summary>Waits until another thread makes a condition true.</summary>
    public static async Task UntilAsync(Func<bool> condition, string expected)
    {
        for (var limit = new WaitLimit(expected); !condition(); limit.Check())
            await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until a condition is true, and checks it without a pause.</summary>
    public static async Task YieldUntilAsync(Func<bool> condition, string expected)
    {
        for (var limit = new WaitLimit(expected); !condition(); limit.Check())
            await Task.Yield();
    }
}
