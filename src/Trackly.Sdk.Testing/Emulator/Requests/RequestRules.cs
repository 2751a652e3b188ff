using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Finds the first error in the fields of a request, in the order of the documentation's error table.</summary>
internal static class RequestRules
{
    public static ErrorResponse? Check(JsonElement json) =>
        json.ValueKind is not JsonValueKind.Object ? ErrorResponse.NotAnObject
        : IsMissing(json, "to") ? ErrorResponse.MissingTo
        : IsMissing(json, "list_number") ? ErrorResponse.MissingListNumber
        : IsMissing(json, "body") ? ErrorResponse.MissingBody
        : !IsNumber(json, "to") ? ErrorResponse.InvalidPhone
        : !IsNumber(json, "list_number") ? ErrorResponse.InvalidListNumber
        : CheckTypes(json);

    // Whether an empty or blank string counts as provided is not documented. The emulator's choice: it does not.
    private static bool IsMissing(JsonElement json, string name) =>
        json.Field(name) is not { } field || (field.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(field.GetString()));

    private static bool IsNumber(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } field && E164.IsNumber(field.GetString());

    // What the API does about a wrong type is not documented. The emulator's choice: an error, so that a test finds the mistake.
    private static ErrorResponse? CheckTypes(JsonElement json) =>
        CheckType(json, "body", JsonValueKind.String)
        ?? CheckType(json, "wrap_links", JsonValueKind.True)
        ?? CheckType(json, "skip_duplicate_check", JsonValueKind.True)
        ?? CheckType(json, "skip_rate_limit", JsonValueKind.True)
        ?? CheckType(json, "skip_contact_validation", JsonValueKind.True)
        ?? CheckType(json, "skip_journey_check", JsonValueKind.True)
        ?? CheckType(json, "metadata", JsonValueKind.Object)
        ?? CheckType(json, "contact_data", JsonValueKind.Object)
        ?? (json.Field("contact_data") is { } contact ? CheckContact(contact) : null);

    private static ErrorResponse? CheckContact(JsonElement contact) =>
        CheckType(contact, "first_name", JsonValueKind.String)
        ?? CheckType(contact, "last_name", JsonValueKind.String)
        ?? CheckType(contact, "timezone", JsonValueKind.String)
        ?? CheckType(contact, "custom_fields", JsonValueKind.Object);

    private static ErrorResponse? CheckType(JsonElement json, string name, JsonValueKind kind) =>
        json.Field(name) is not { } field || NormalizeKind(field) == kind ? null : ErrorResponse.CreateWrongType(name, kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.True => "true or false",
            _ => "a string",
        });

    // System.Text.Json has one kind for true and one for false. Here they are the same.
    private static JsonValueKind NormalizeKind(JsonElement field) => field.ValueKind is JsonValueKind.False ? JsonValueKind.True : field.ValueKind;
}
