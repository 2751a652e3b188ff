namespace Trackly.Sdk.Benchmarks.Cold;

/// <summary>What one process took.</summary>
/// <param name="Send">From the first line of the program to the answer.</param>
/// <param name="Process">From its start to its end.</param>
internal sealed record ColdStart(TimeSpan Send, TimeSpan Process);
