using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary>The checks of contacts.</summary>
internal static class ContactRules
{
    /// <summary>The limit that Trackly documents for one contact.</summary>
    public const int MaxBytes = 4_000;

    public static void CheckPhone(string? number, RequestErrors errors) => errors.RequireNumber(
        number, "phone_number", "the contact's number", "+14155551234", TracklyErrorCode.MissingPhoneNumber, TracklyErrorCode.InvalidPhone);

    public static void CheckList(string? number, RequestErrors errors) => errors.RequireNumber(
        number, "list_number", "the number of a sending list of your account", "+18005551000", TracklyErrorCode.MissingListNumber, TracklyErrorCode.InvalidListNumber);

    /// <summary>Checks everything but the size.</summary>
    public static void Check(UpsertContactRequest request, RequestErrors errors)
    {
        CheckPhone(request.PhoneNumber, errors);
        CheckList(request.ListNumber, errors);
        errors.CheckText(request.IpAddress, "ip_address");
        errors.CheckText(request.Url, "url");
        foreach (var name in request.AdditionalFields?.Keys.Where(ContactJson.IsKnown) ?? [])
            errors.Add(TracklyErrorCode.InvalidJson, $"additional_fields.{name}", $"'additional_fields.{name}' has a property of its own: set that instead.");
    }

    /// <summary>Writes the fields of a contact as JSON if they need it, and adds an error for each that is neither string, number nor boolean.</summary>
    public static UpsertContactRequest WriteValues(UpsertContactRequest request, RequestErrors errors) =>
        (request.CustomFields is null || ArePlain(request.CustomFields)) && request.AdditionalFields is null ? request : request with
        {
            CustomFields = WriteFields(request.CustomFields, errors),
            AdditionalFields = errors.WriteValues(request.AdditionalFields, "additional_fields"),
        };

    public static Dictionary<string, object?>? WriteFields(Dictionary<string, object?>? fields, RequestErrors errors)
    {
        if (fields is null || ArePlain(fields))
            return fields;
        if (errors.WriteValues(fields, "custom_fields") is not WrittenValues written)
            return null;
        foreach (var (name, kind) in ContactJson.FindOtherFields(written.Json))
        {
            var field = $"custom_fields.{Redaction.RedactName(name)}";
            errors.Add(TracklyErrorCode.InvalidCustomFields, field, $"'{field}' is {kind}: Trackly takes strings, numbers and booleans as custom fields.");
        }

        return written;
    }

    public static void CheckSize(int bytes, RequestErrors errors)
    {
        if (bytes > MaxBytes)
        {
            errors.Add(TracklyErrorCode.PayloadTooLarge, "", FormattableString.Invariant(
                $"The contact has {bytes:N0} bytes as JSON, and Trackly takes {MaxBytes:N0}: shorten or leave out custom fields."));
        }
    }

    /// <summary>Whether fields hold only values with which nothing can be wrong and that can be read again, as nearly all do: they are written with the contact.</summary>
    private static bool ArePlain(Dictionary<string, object?> fields)
    {
        foreach (var field in fields)
        {
            if (TextRules.HasLoneSurrogate(field.Key) || !(field.Value is string text ? !TextRules.HasLoneSurrogate(text) : field.Value is bool or int or long or decimal))
                return false;
        }

        return true;
    }
}
