using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trackly.Sdk.Mutation.Compiling;

namespace Trackly.Sdk.Mutation.Testing;

/// <summary>A process that runs the tests.</summary>
internal sealed class TestProcess : IDisposable
{
    /// <summary>A test that takes longer than this hangs.</summary>
    private const int MaxSecondsPerTest = 20;

    /// <summary>Without a mutant nothing hangs, but a busy machine is slow.</summary>
    private const int MaxSecondsWithoutMutant = 600;

    private readonly Process _process;

    private TestProcess(Process process) => _process = process;

    public static async Task<TestProcess> StartAsync(TestFolder folder, int mutant)
    {
        var start = new ProcessStartInfo("dotnet", [.. folder.GetHostArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MutantSwitchSource.Variable] = mutant.ToString(CultureInfo.InvariantCulture) },
        };
        var process = new TestProcess(Process.Start(start)!);
        process._process.ErrorDataReceived += static (_, _) => { };
        process._process.BeginErrorReadLine();
        // A mutant may break what runs before the first test.
        var first = await process.ReadLineAsync(MaxSecondsWithoutMutant).ConfigureAwait(false);
        process.IsReady = first == "ready";
        return process;
    }

    /// <summary>Whether the process found its tests.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Runs tests and returns each result. Throws <see cref="TimeoutException"/> if a test hangs, <see cref="IOException"/> if the process ends.</summary>
    public async Task<IReadOnlyList<TestResult>> RunAsync(TestRequest request)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request)).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        var results = new List<TestResult>();
        while (true)
        {
            var line = await ReadLineAsync(request.Mutant < 0 ? MaxSecondsWithoutMutant : MaxSecondsPerTest).ConfigureAwait(false)
                ?? throw new IOException("The test process ended.");
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
