namespace Trackly.Sdk.Mutation.Testing;

/// <summary>What became of a test. The last line of a run has no id.</summary>
/// <param name="Id">The id of the test; null at the end of a run.</param>
/// <param name="Class">The name of its class.</param>
/// <param name="Name">Its name, with the class.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Bodies">The bodies that it reached.</param>
internal sealed record TestResult(string? Id, string Class, string Name, bool Passed, double Seconds, IReadOnlyList<int> Bodies)
{
    public TestCase GetTest() => new(Id!, Class, Seconds);
}
