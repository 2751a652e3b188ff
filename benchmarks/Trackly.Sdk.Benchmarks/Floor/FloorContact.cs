namespace Trackly.Sdk.Benchmarks.Floor;

internal sealed record FloorContact(string? FirstName, string? LastName, string? Timezone, Dictionary<string, string>? CustomFields);
