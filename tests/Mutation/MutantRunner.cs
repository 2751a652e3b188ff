using Trackly.Sdk.Mutation.Mutants;
using Trackly.Sdk.Mutation.Testing;

namespace Trackly.Sdk.Mutation;

/// <summary>Runs the tests of one mutant after another in one process, and starts a new process when that may change the result.</summary>
/// <param name="folder">The tests.</param>
/// <param name="coverage">Finds the tests that reach a mutant.</param>
/// <param name="maxTests">A mutant that survives so many tests, from all classes that reach it, counts as surviving.</param>
internal sealed class MutantRunner(TestFolder folder, Coverage coverage, int maxTests) : IAsyncDisposable
{
    /// <summary>A process grows with the failing tests that it runs.</summary>
    private const int MaxMutantsPerProcess = 150;

    /// <summary>The tests run in groups, so that a mutant that an early test kills costs little.</summary>
    private static readonly int[] GroupSizes = [10, 40, 100];

    /// <summary>The tests that killed the mutants of a file, the latest first: they are likely to kill the next.</summary>
    private readonly Dictionary<string, List<string>> _killers = [];

    private TestProcess? _process;
    private int _runs;

    public async Task<MutantResult> RunAsync(Mutant mutant)
    {
        var reaching = coverage.FindTests(mutant).ToList();
        var tests = _killers.GetValueOrDefault(mutant.File, []).Intersect(reaching).Union(reaching).Take(maxTests).ToList();
        if (tests.Count == 0)
            return new(mutant, MutantStatus.NotReached, null);

        var result = mutant.RunsOncePerProcess
            ? await RunInOwnProcessAsync(mutant, tests).ConfigureAwait(false)
            : await RunInSharedProcessAsync(mutant, tests).ConfigureAwait(false);
        return new(mutant, result.Status, result.Test);
    }

    public ValueTask DisposeAsync()
    {
        EndProcess();
        return default;
    }

    private async Task<(MutantStatus Status, string? Test)> RunInSharedProcessAsync(Mutant mutant, IReadOnlyList<string> tests)
    {
        if (_process is null || ++_runs > MaxMutantsPerProcess)
        {
            EndProcess();
            _process = await TestProcess.StartAsync(folder, -1).ConfigureAwait(false);
            _runs = 0;
        }

        var result = await RunAsync(_process, mutant, tests).ConfigureAwait(false);
        switch (result.Status)
        {
            // Code that runs once per process may have run before the mutant was active.
            case MutantStatus.Survived when coverage.MayRunOncePerProcess(mutant):
                return await RunInOwnProcessAsync(mutant, tests).ConfigureAwait(false);
            // The previous mutant may have left something behind: the same test has to pass without a mutant.
            case MutantStatus.Killed when result.Id is null || !await PassesAsync(result.Id).ConfigureAwait(false):
                EndProcess();
                return await RunInOwnProcessAsync(mutant, tests).ConfigureAwait(false);
            case MutantStatus.TimedOut:
                EndProcess();
                break;
        }

        if (result.Id is not null)
            Remember(mutant.File, result.Id);
        return (result.Status, result.Test);
    }

    private async Task<(MutantStatus Status, string? Test)> RunInOwnProcessAsync(Mutant mutant, IReadOnlyList<string> tests)
    {
        using var process = await TestProcess.StartAsync(folder, mutant.Id).ConfigureAwait(false);
        if (!process.IsReady)
            return (MutantStatus.Killed, "no test could start");

        var result = await RunAsync(process, mutant, tests).ConfigureAwait(false);
        return (result.Status, result.Test);
    }

    private static async Task<(MutantStatus Status, string? Id, string? Test)> RunAsync(TestProcess process, Mutant mutant, IReadOnlyList<string> tests)
    {
        try
        {
            var start = 0;
            foreach (var size in GroupSizes.Append(int.MaxValue).TakeWhile(_ => start < tests.Count))
            {
                var group = tests.Skip(start).Take(size).ToList();
                start += group.Count;
                var results = await process.RunAsync(new TestRequest(mutant.Id, group, [], StopsAtFailure: true)).ConfigureAwait(false);
                if (results.FirstOrDefault(static result => !result.Passed) is { } failed)
                    return (MutantStatus.Killed, failed.Id, failed.Name);
                if (results.Count < group.Count)
                    return (MutantStatus.Killed, null, "an error outside of a test");
            }

            return (MutantStatus.Survived, null, null);
        }
        catch (TimeoutException)
        {
            return (MutantStatus.TimedOut, null, null);
        }
        catch (IOException)
        {
            return (MutantStatus.Killed, null, "the end of the process");
        }
    }

    private async Task<bool> PassesAsync(string test)
    {
        try
        {
            return (await _process!.RunAsync(new TestRequest(-1, [test], [], StopsAtFailure: true)).ConfigureAwait(false)).All(static result => result.Passed);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            return false;
        }
    }

    private void Remember(string file, string test)
    {
        var killers = _killers.TryGetValue(file, out var found) ? found : _killers[file] = [];
        killers.Remove(test);
        killers.Insert(0, test);
    }

    private void EndProcess()
    {
        _process?.Dispose();
        _process = null;
    }
}
