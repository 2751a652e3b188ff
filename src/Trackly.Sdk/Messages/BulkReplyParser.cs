using System.Text.Json;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Messages;

/// <summary>
/// Parses the 2xx body of a bulk call. The documentation shows <c>queued_count</c>, <c>error_count</c> and <c>errors</c>, and not what an error looks like: other bulk
/// endpoints have <c>index</c>, <c>code</c>, <c>error</c> and <c>phone_number</c>, so each is read where it is found.
/// </summary>
internal static class BulkReplyParser
{
    private static readonly string[] NumberMembers = ["to", "phone_number", "to_msisdn"];

    public static ParsedResponse Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return CreateUnreadable("it is not the JSON object that Trackly documents");
            if (GetCount(root, "queued_count") is { } queued && GetCount(root, "error_count") is { } errors)
                return new(ResponseKind.Accepted, new BulkReply(queued, errors, ReadErrors(root)));
            return root.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False
                ? new(ResponseKind.Rejected)
                : CreateUnreadable("it does not say how many messages are queued and how many are refused");
        }
        catch (JsonException)
        {
            return CreateUnreadable("it is not the JSON object that Trackly documents");
        }
    }

    private static ParsedResponse CreateUnreadable(string problem) => new(ResponseKind.Unreadable, Problem: problem);

    private static int? GetCount(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    /// <summary>Reads the list. What is not a list counts as one error that cannot be read: it must not be taken for none.</summary>
    private static BulkError[] ReadErrors(JsonElement root) =>
        !root.TryGetProperty("errors", out var errors) || errors.ValueKind == JsonValueKind.Null ? []
        : errors.ValueKind == JsonValueKind.Array ? [.. errors.EnumerateArray().Select(ReadError)]
        : [default];

    private static BulkError ReadError(JsonElement error) => error.ValueKind != JsonValueKind.Object ? default : new(
        error.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var position) ? position : null,
        NumberMembers.Select(member => GetString(error, member)).FirstOrDefault(static number => number is not null),
        GetString(error, "code"),
        GetString(error, "error"));

    private static string? GetString(JsonElement error, string member)
    {
        try
        {
            return error.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape for half of a surrogate pair cannot become a string.
            return null;
        }
    }
}
