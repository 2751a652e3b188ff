namespace Trackly.Sdk.Mutation.Testing;

/// <summary>A test, as a request names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Class">The full name of its class, which is where a test process looks for it.</param>
/// <param name="Seconds">How long it takes without a mutant.</param>
internal readonly record struct TestCase(string Id, string Class, double Seconds);
