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

    /// <summary>The tests that killed the mutants of a file, the latest first: they are likely to kill the next.</summary>
    private readonly Dictionary<string, List<TestCase>> _killers = [];

    private TestProcess? _process;
    private int _runs;

    public async Task<MutantResult> RunAsync(Mutant mutant)
    {
        var reaching = coverage.FindTests(mutant).ToList();
        var tests = _killers.GetValueOrDefault(mutant.File, []).Intersect(reaching).Union(reaching).Take(maxTests).ToList();
        if (tests.Count == 0)
            return new(mutant, MutantStatus.NotReached, null);

        // A kill in the shared process is certain only if the same test passes there without the mutant.
        return await RunInSharedProcessAsync(mutant, tests).ConfigureAwait(false) ?? await RunInOwnProcessAsync(mutant, tests).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        EndProcess();
        return default;
    }

    /// <summary>Returns null if only a process of its own can decide.</summary>
    private async Task<MutantResult?> RunInSharedProcessAsync(Mutant mutant, IReadOnlyList<TestCase> tests)
    {
        if (mutant.RunsOncePerProcess)
            return null;
        if (++_runs > MaxMutantsPerProcess)
            EndProcess();
        var process = await GetProcessAsync().ConfigureAwait(false);
        var outcome = await process.RunAsync(mutant.Id, tests).ConfigureAwait(false);
        switch (outcome)
        {
            // Code that runs once per process may have run before the mutant was active.
            case { Status: MutantStatus.Survived }:
                return coverage.MayRunOncePerProcess(mutant) ? null : new(mutant, MutantStatus.Survived, null);
            case { Failed: { } failed } when (await process.RunAsync(-1, [failed.GetTest()]).ConfigureAwait(false)).Status == MutantStatus.Survived:
                Remember(mutant.File, tests.First(test => test.Id == failed.Id));
                return new(mutant, MutantStatus.Killed, failed.Name);
            // The previous mutant may have left something behind.
            default:
                EndProcess();
                return null;
        }
    }

    private async Task<MutantResult> RunInOwnProcessAsync(Mutant mutant, IReadOnlyList<TestCase> tests)
    {
        for (var isLast = false; ; isLast = true)
        {
            using var process = await TestProcess.StartAsync(folder, mutant.Id).ConfigureAwait(false);
            var outcome = process is null ? new(MutantStatus.Crashed, 1) : await process.RunAsync(mutant.Id, tests).ConfigureAwait(false);
            if (outcome.Status == MutantStatus.Survived || await PassWithoutMutantAsync([.. tests.Take(outcome.TestCount)]).ConfigureAwait(false))
                return new(mutant, outcome.Status, outcome.Failed?.Name);
            // The machine may have been busy for a while.
            if (isLast)
                return new(mutant, MutantStatus.Unconfirmed, outcome.Failed?.Name);
        }
    }

    /// <summary>Returns whether tests pass without a mutant in the same time: a failure for another reason, such as a busy machine, is no kill.</summary>
    private async Task<bool> PassWithoutMutantAsync(IReadOnlyList<TestCase> tests)
    {
        // Previous mutants may have left something behind in the shared process, so that a fresh one has the last word.
        for (var isFresh = _process is null; ; isFresh = true)
        {
            var process = await GetProcessAsync().ConfigureAwait(false);
            if ((await process.RunAsync(-1, tests).ConfigureAwait(false)).Status == MutantStatus.Survived)
                return true;
            EndProcess();
            if (isFresh)
                return false;
        }
    }

    private async Task<TestProcess> GetProcessAsync()
    {
        if (_process is null)
        {
            _process = await TestProcess.StartAsync(folder, -1).ConfigureAwait(false) ?? throw new InvalidOperationException("The tests do not start without a mutant.");
            _runs = 0;
        }

        return _process;
    }

    private void Remember(string file, TestCase test)
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
