namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>The request body of the hand-written client.</summary>
internal sealed record FloorMessage(
    string To, string ListNumber, string Body, bool? WrapLinks, FloorContact? ContactData, Dictionary<string, string>? Metadata);
