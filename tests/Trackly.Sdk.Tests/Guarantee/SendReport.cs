namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What the client reported about one message: "accepted" or the outcome, and the number of attempts.</summary>
internal sealed record SendReport(string Id, string Outcome, int Attempts);
