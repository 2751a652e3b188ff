using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>The fields of a request that <see cref="SubmissionCheck"/> found nothing wrong with.</summary>
internal sealed class Submission(JsonElement json)
{
    public string To { get; } = json.GetProperty("to").GetString()!;

    public string ListNumber { get; } = json.GetProperty("list_number").GetString()!;

    public string Body { get; } = json.GetProperty("body").GetString()!;

    public bool? WrapLinks { get; } = json.Field("wrap_links")?.GetBoolean();

    public JsonElement? ContactData { get; } = json.Field("contact_data");

    public JsonElement? Metadata { get; } = json.Field("metadata");

    public string RawJson { get; } = json.GetRawText();
}
