using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trackly.Sdk.Mutation.Compiling;

namespace Trackly.Sdk.Mutation.Testing;

/// <summary>A process that runs the tests.</summary>
internal sealed class TestProcess : IDisposable
{
    /// <summary>A test that takes so much longer than without a mutant hangs.</summary>
    private const int MaxSecondsPerTest = 10;

    /// <summary>A busy machine is so many times slower than it was when the test ran without a mutant.</summary>
    private const int MaxSlowdown = 5;

    /// <summary>A machine that was suspended while a test ran without a mutant must not make one that hangs cost an hour.</summary>
    private const int MaxLimit = 120;

    /// <summary>Starting takes about a second.</summary>
    private const int MaxSecondsToStart = 60;

    /// <summary>The tests run in groups, so that a mutant that an early test kills costs little.</summary>
    private static readonly int[] GroupSizes = [10, 40, 100];

    private readonly Process _process;

    private TestProcess(Process process) => _process = process;

    /// <summary>Starts a process and waits until it accepts requests. Returns null if it does not: a mutant may break what runs before the first test.</summary>
    public static async Task<TestProcess?> StartAsync(TestFolder folder, int mutant)
    {
        var start = new ProcessStartInfo("dotnet", [.. folder.GetHostArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MutantSwitchSource.Variable] = mutant.ToString(CultureInfo.InvariantCulture) },
        };
        var process = new TestProcess(Process.Start(start)!);
        try
        {
            process._process.ErrorDataReceived += static (_, _) => { };
            process._process.BeginErrorReadLine();
            if (await process.ReadLineAsync(MaxSecondsToStart).ConfigureAwait(false) == "ready")
                return process;
        }
        catch (TimeoutException)
        {
            // It is ended below.
        }

        process.Dispose();
        return null;
    }

    /// <summary>Runs tests in groups until one fails, does not end, or ends the process.</summary>
    public async Task<TestOutcome> RunAsync(int mutant, IReadOnlyList<TestCase> tests)
    {
        var count = 0;
        try
        {
            foreach (var size in GroupSizes.Append(int.MaxValue).TakeWhile(_ => count < tests.Count))
            {
                var group = tests.Skip(count).Take(size).ToList();
                count += group.Count;
                var results = await RunAsync(new TestRequest(mutant, group, [], StopsAtFailure: true), GetLimit(group)).ConfigureAwait(false);
                if (results.FirstOrDefault(static result => !result.Passed) is { } failed)
                    return new(MutantStatus.Killed, count, failed);
                // An error outside of a test, such as one of its class, ends the run too.
                if (results.Count < group.Count)
                    return new(MutantStatus.Crashed, count);
            }

            return new(MutantStatus.Survived, count);
        }
        catch (TimeoutException)
        {
            return new(MutantStatus.TimedOut, count);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return new(MutantStatus.Crashed, count);
        }
    }

    /// <summary>Runs tests and returns each result.</summary>
    /// <exception cref="TimeoutException">A test takes longer than its maximum.</exception>
    /// <exception cref="IOException">The process ended.</exception>
    public async Task<IReadOnlyList<TestResult>> RunAsync(TestRequest request, int maxSecondsPerTest)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request)).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        var results = new List<TestResult>();
        while (true)
        {
            var line = await ReadLineAsync(maxSecondsPerTest).ConfigureAwait(false) ?? throw new IOException("The test process ended.");
            var result = JsonSerializer.Deserialize<TestResult>(line)!;
            if (result.Id is null)
                return results;
            results.Add(result);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static int GetLimit(IEnumerable<TestCase> tests) =>
        Math.Min(MaxLimit, MaxSecondsPerTest + (int)Math.Ceiling(MaxSlowdown * tests.Max(static test => test.Seconds)));

    /// <summary>Waits in short steps, so that time in which the machine is suspended does not count.</summary>
    private async Task<string?> ReadLineAsync(int seconds)
    {
        var line = _process.StandardOutput.ReadLineAsync();
        for (var step = 0; step < seconds * 4; step++)
        {
            if (await Task.WhenAny(line, Task.Delay(250)).ConfigureAwait(false) == line)
                return await line.ConfigureAwait(false);
        }

        throw new TimeoutException();
    }
}
