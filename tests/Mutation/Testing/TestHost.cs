using System.Reflection;
using System.Text.Json;
using Trackly.Sdk.Mutation.Compiling;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Trackly.Sdk.Mutation.Testing;

/// <summary>
/// Runs tests in this process, with one request per line on standard input and one result per line on standard output. The tests of a class are discovered once, when the
/// first of them is to run, and the code stays compiled, so that a mutant costs little more than its tests.
/// </summary>
internal static class TestHost
{
    private static readonly TestAssemblyConfiguration Configuration = new()
    {
        ParallelMode = ParallelMode.None,
        PreEnumerateTheories = true,
        SynchronousMessageReporting = true,
    };

    public static async Task RunAsync(string testAssembly, string mutatedAssembly)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        // The output of tests must not get between the results.
        Console.SetOut(TextWriter.Null);
        var type = Assembly.Load(mutatedAssembly).GetType(MutantSwitchSource.TypeName)!;
        var active = type.GetField("Active")!;
        var activeAtStart = active.GetValue(null);
        var reached = (bool[])type.GetField("Reached")!.GetValue(null)!;

        var assembly = Assembly.Load(testAssembly);
        TestContext.SetForInitialization(null, false, false);
        var framework = RegisteredEngineConfig.GetTestFramework(assembly, null);
        var waiting = assembly.GetExportedTypes().ToDictionary(static type => type.FullName!);
        var cases = new Dictionary<string, ITestCase>();
        await output.WriteLineAsync("ready").ConfigureAwait(false);

        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var request = JsonSerializer.Deserialize<TestRequest>(line)!;
            // The data of theories is that of the mutant only if the process runs no other.
            active.SetValue(null, activeAtStart);
            await FindTestsAsync(name => request.Tests?.Any(test => test.Class == name) ?? request.Under.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .ConfigureAwait(false);
            active.SetValue(null, request.Mutant);
            var selected = request.Tests?.Select(test => cases[test.Id]).ToList()
                ?? [.. cases.Values.Where(testCase => request.Under.Any(start => testCase.TestClassName?.StartsWith(start, StringComparison.Ordinal) == true))];
            var sink = new ResultSink(reached, request.StopsAtFailure, result => output.WriteLine(JsonSerializer.Serialize(result)));
            await framework.GetExecutor(assembly).RunTestCases(selected, sink, TestFrameworkOptions.ForExecution(Configuration)).ConfigureAwait(false);
            await output.WriteLineAsync(JsonSerializer.Serialize(new TestResult(null, "", "", true, 0, []))).ConfigureAwait(false);
        }

        async Task FindTestsAsync(Func<string, bool> isWanted)
        {
            var types = waiting.Keys.Where(isWanted).Select(name => waiting[name]).ToArray();
            foreach (var found in types)
                waiting.Remove(found.FullName!);
            if (types.Length == 0)
                return;
            await framework.GetDiscoverer(assembly).Find(
                testCase =>
                {
                    if (!testCase.Explicit)
                        cases[testCase.UniqueID] = testCase;
                    return new(true);
                },
                TestFrameworkOptions.ForDiscovery(Configuration), types).ConfigureAwait(false);
        }
    }
}
