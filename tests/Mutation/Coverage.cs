using Trackly.Sdk.Mutation.Mutants;
using Trackly.Sdk.Mutation.Testing;

namespace Trackly.Sdk.Mutation;

/// <summary>Records which tests reach which body, in one run of all tests without a mutant. A test that fails in this run, such as one that measures, is left out.</summary>
internal sealed class Coverage
{
    /// <summary>Code that so few tests reach may run once per process and cache its result, so that its mutants affect later tests too.</summary>
    private const int FewTests = 3;

    /// <summary>Nothing hangs without a mutant, but a busy machine is slow.</summary>
    private const int MaxSecondsPerTest = 600;

    private const double SlowSeconds = 0.25;

    private readonly ILookup<int, TestResult> _testsOfBody;
    private readonly ILookup<string, int> _bodiesOfFolder;
    private readonly Dictionary<string, HashSet<int>> _bodiesOfFile;

    private Coverage(IReadOnlyList<TestResult> results, IReadOnlyList<Mutant> mutants)
    {
        Results = results;
        _testsOfBody = results.Where(static result => result.Passed).SelectMany(static result => result.Bodies.Select(body => (body, result)))
            .ToLookup(static pair => pair.body, static pair => pair.result);
        _bodiesOfFile = mutants.GroupBy(static mutant => mutant.File).ToDictionary(static file => file.Key, static file => file.Select(static mutant => mutant.Body).ToHashSet());
        _bodiesOfFolder = mutants.DistinctBy(static mutant => mutant.Body).ToLookup(static mutant => Path.GetDirectoryName(mutant.File)!, static mutant => mutant.Body);
    }

    public IReadOnlyList<TestResult> Results { get; }

    /// <summary>Whether so few tests reach a mutant that its code may run once per process.</summary>
    public bool MayRunOncePerProcess(Mutant mutant) =>
        mutant.RunsOncePerProcess || _testsOfBody[mutant.Body].Take(FewTests + 1).Count() <= FewTests;

    /// <param name="folder">The tests.</param>
    /// <param name="mutants">All mutants of the assembly, also those that are not run.</param>
    /// <param name="testsUnder">What the names of the test classes start with.</param>
    public static async Task<Coverage> RecordAsync(TestFolder folder, IReadOnlyList<Mutant> mutants, IReadOnlyList<string> testsUnder)
    {
        using var process = await TestProcess.StartAsync(folder, -1).ConfigureAwait(false) ?? throw new InvalidOperationException("The instrumented tests do not start.");
        return new(await process.RunAsync(new TestRequest(-1, null, testsUnder, StopsAtFailure: false), MaxSecondsPerTest).ConfigureAwait(false), mutants);
    }

    /// <summary>
    /// Finds the tests that reach a mutant: one of each class, then another of each, starting with those that reach little else; slow tests come last. For code that runs
    /// once per process, these are all tests that reach its folder, because any of them may run it first, beginning with those that reach its file.
    /// </summary>
    public IEnumerable<TestCase> FindTests(Mutant mutant) => !_testsOfBody.Contains(mutant.Body) && !mutant.RunsOncePerProcess
        ? []
        : (MayRunOncePerProcess(mutant) ? _bodiesOfFolder[Path.GetDirectoryName(mutant.File)!].SelectMany(body => _testsOfBody[body]).Distinct() : _testsOfBody[mutant.Body])
            .GroupBy(static test => test.Class)
            .SelectMany(static tests => tests.OrderBy(static test => test.Bodies.Count).ThenBy(static test => test.Seconds)
                .Select(static (test, index) => (test, index)))
            .OrderBy(found => !found.test.Bodies.Contains(mutant.Body)).ThenBy(found => !found.test.Bodies.Any(_bodiesOfFile[mutant.File].Contains))
            .ThenBy(static found => found.test.Seconds > SlowSeconds).ThenBy(static found => found.index)
            .ThenBy(static found => found.test.Bodies.Count).ThenBy(static found => found.test.Seconds)
            .Select(static found => found.test.GetTest());
}
