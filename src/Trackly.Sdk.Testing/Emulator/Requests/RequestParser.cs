using System.Collections.ObjectModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Reads the fields of a request that <see cref="RequestRules"/> found valid.</summary>
internal static class RequestParser
{
    private const int MaxHeaderLength = 4_096;

    public static EmulatedRequest Parse(JsonElement json, string account, IHeaderDictionary headers) => new()
    {
        Account = account,
        To = json.GetProperty("to").GetString()!,
        ListNumber = json.GetProperty("list_number").GetString()!,
        Body = json.GetProperty("body").GetString()!,
        WrapLinks = json.Field("wrap_links")?.GetBoolean(),
        ContactData = json.Field("contact_data"),
        Metadata = json.Field("metadata"),
        RequestHeaders = WithoutKey(headers),
        RawJson = json.GetRawText(),
    };

    // A failed assertion prints the whole message, and the options may contain a real key.
    private static ReadOnlyDictionary<string, string> WithoutKey(IHeaderDictionary headers) =>
        new(headers.ToDictionary(
            header => header.Key,
            header => header.Key.Equals(ApiKeys.Header, StringComparison.OrdinalIgnoreCase) ? "***" : Excerpt.Create(header.Value.ToString(), MaxHeaderLength),
            StringComparer.OrdinalIgnoreCase));
}
