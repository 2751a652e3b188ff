namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>The request body, as one would write it by hand.</summary>
internal sealed record FloorMessage(
    string To, string ListNumber, string Body, bool? WrapLinks, FloorContact? ContactData, Dictionary<string, string>? Metadata);
