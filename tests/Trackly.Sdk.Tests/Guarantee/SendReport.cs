namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What the client said of one message: "accepted" or the outcome, and how many attempts it admits.</summary>
internal sealed record SendReport(string Id, string Outcome, int Attempts);
