using System.Collections.Concurrent;
using System.Diagnostics;
using Trackly.Sdk.Mutation.Compiling;
using Trackly.Sdk.Mutation.Mutants;
using Trackly.Sdk.Mutation.Testing;

namespace Trackly.Sdk.Mutation;

/// <summary>Builds a project and its tests, puts all mutants of the selected files into it, and runs the tests of each.</summary>
/// <param name="root">The folder of the repository.</param>
/// <param name="equivalents">The mutants that are known to survive, and why.</param>
/// <param name="isWanted">Returns whether to run a mutant.</param>
/// <param name="processes">How many processes run tests.</param>
/// <param name="maxTests">How many tests a mutant has to survive.</param>
/// <param name="testsUnder">What the names of the test classes start with.</param>
internal sealed class MutationRun(string root, EquivalentMutants equivalents, Func<Mutant, bool> isWanted, IReadOnlyList<string> testsUnder, int processes, int maxTests)
{
    /// <param name="project">The name of a project in src; its tests are in tests, under the same name with .Tests.</param>
    /// <param name="paths">Files and folders of the repository.</param>
    public async Task<IReadOnlyList<MutantResult>> RunAsync(string project, IReadOnlyList<string> paths)
    {
        await BuildAsync(Path.Combine(root, "tests", $"{project}.Tests")).ConfigureAwait(false);
        var folder = TestFolder.Create(root, project);
        var (compilation, resources) = await CompilerInputs.ReadAsync(Path.Combine(root, "src", project, $"{project}.csproj")).ConfigureAwait(false);
        var list = InstrumentedAssembly.Write(compilation, resources, root, file => paths.Any(path => file == path || file.StartsWith($"{path}/", StringComparison.Ordinal)),
            folder.AssemblyPath, out var excluded);
        var mutants = list.Mutants.Where(mutant => !excluded.Contains(mutant.Id) && isWanted(mutant)).ToList();
        Console.WriteLine($"{project}: {mutants.Count} mutants, and {excluded.Count} that do not compile. Running all tests to see which mutants they reach.");

        var coverage = await Coverage.RecordAsync(folder, list.Mutants, testsUnder).ConfigureAwait(false);
        Console.WriteLine($"{coverage.Results.Count} tests.");
        foreach (var test in coverage.Results.Where(static result => !result.Passed))
            Console.WriteLine($"Left out, because it fails in an instrumented assembly: {test.Name}");

        return await RunAsync(mutants, folder, coverage).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<MutantResult>> RunAsync(List<Mutant> mutants, TestFolder folder, Coverage coverage)
    {
        var waiting = new ConcurrentQueue<Mutant>(mutants);
        var results = new ConcurrentBag<MutantResult>();
        var time = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, processes).Select(async _ =>
        {
            await using var runner = new MutantRunner(folder, coverage, maxTests);
            while (waiting.TryDequeue(out var mutant))
            {
                var result = equivalents.Contain(mutant) ? new MutantResult(mutant, MutantStatus.Explained, null) : await runner.RunAsync(mutant).ConfigureAwait(false);
                results.Add(result);
                if (result.Status is not MutantStatus.Killed and not MutantStatus.Explained)
                    Console.WriteLine($"{result.Status}: {Report.FormatLine(result)}");
                if ((mutants.Count - waiting.Count) % 50 == 0)
                    Console.WriteLine($"{mutants.Count - waiting.Count} of {mutants.Count} after {time.Elapsed.TotalSeconds:0} s");
            }
        })).ConfigureAwait(false);
        return [.. results.OrderBy(static result => result.Mutant.Id)];
    }

    private static async Task BuildAsync(string project)
    {
        using var build = Process.Start("dotnet", ["build", project, "--nologo", "--verbosity", "quiet", "-p:TestTarget=net10.0"]);
        await build.WaitForExitAsync().ConfigureAwait(false);
        if (build.ExitCode != 0)
            throw new InvalidOperationException($"{project} does not build.");
    }
}
