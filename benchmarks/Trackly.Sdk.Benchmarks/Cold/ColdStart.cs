namespace Trackly.Sdk.Benchmarks.Cold;

/// <summary>How long one process took.</summary>
/// <param name="Send">From the first line of the program to the response.</param>
/// <param name="Process">From the start to the end of the process.</param>
internal sealed record ColdStart(TimeSpan Send, TimeSpan Process);
