using System.CommandLine;
using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation;

/// <summary>Changes the code in one place after another, runs the tests that reach the place, and lists the changes that no test notices.</summary>
internal static class CommandLine
{
    /// <summary>Enough for most mutants. What survives them is run again with all tests.</summary>
    private const int MaxTests = 300;

    private static readonly string[] All = ["src/Trackly.Sdk/Segments", "src/Trackly.Sdk/Messages", "src/Trackly.Sdk/Pipeline", "src/Trackly.Sdk.SendOnce"];

    public static Task<int> RunAsync(string[] arguments)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders of the repository, such as src/Trackly.Sdk/Segments.",
            DefaultValueFactory = static _ => All,
        };
        var tests = new Option<string[]>("--tests")
        {
            Description = "Runs only test classes whose full names start with one of these, such as Trackly.Sdk.Tests.Segments. By default, runs all.",
            DefaultValueFactory = static _ => [""],
            AllowMultipleArgumentsPerToken = true,
        };
        var again = new Option<bool>("--again") { Description = $"Runs only what survived last time, in all tests that reach it instead of {MaxTests}." };
        var processes = new Option<int>("--processes") { Description = "How many processes run tests.", DefaultValueFactory = static _ => 2 };
        var root = new RootCommand("Mutation testing.") { paths, tests, again, processes };
        root.SetAction((result, cancellationToken) => RunAsync(
            [.. result.GetValue(paths)!.Select(static path => path.Replace('\\', '/').TrimEnd('/'))], result.GetValue(again),
            (equivalents, isWanted) => new MutationRun(
                Repository.Find(), equivalents, isWanted, result.GetValue(tests)!, result.GetValue(processes), result.GetValue(again) ? int.MaxValue : MaxTests),
            cancellationToken));
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> paths, bool again, Func<EquivalentMutants, Func<Mutant, bool>, MutationRun> create, CancellationToken cancellationToken)
    {
        var repository = Repository.Find();
        foreach (var path in paths)
        {
            if (!path.StartsWith("src/", StringComparison.Ordinal) || !Path.Exists(Path.Combine(repository, path)))
                throw new ArgumentException($"{path} is not a file or folder under src of the repository.");
        }

        var equivalents = EquivalentMutants.Read(Path.Combine(repository, "tests/Mutation/equivalents.json"));
        var survivors = new SurvivorFile(Path.Combine(repository, "artifacts/mutation/survivors.json"));
        var run = create(equivalents, again ? survivors.Read() : static _ => true);
        var results = new List<MutantResult>();
        foreach (var project in paths.GroupBy(static path => path.Split('/')[1]))
            results.AddRange(await run.RunAsync(project.Key, [.. project]).ConfigureAwait(false));

        var report = Report.Format(results);
        Console.WriteLine(report);
        await File.WriteAllTextAsync(Path.Combine(repository, "artifacts/mutation/report.txt"), report, cancellationToken).ConfigureAwait(false);
        survivors.Write(results);
        var stale = again ? [] : equivalents.FindStale(results).ToList();
        foreach (var entry in stale)
            Console.WriteLine($"An entry of equivalents.json matches no surviving mutant: {entry.File} {entry.Member}: {entry.Change}");
        return stale.Count == 0 && results.TrueForAll(static result => !result.Survived) ? 0 : 1;
    }
}
