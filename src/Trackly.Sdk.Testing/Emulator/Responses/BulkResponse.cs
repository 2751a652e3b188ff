using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>The response to a bulk call: counts, and the first errors.</summary>
/// <remarks>The counts are documented. The members of an error are those of other bulk endpoints: the emulator's choice.</remarks>
internal sealed record BulkResponse(int Queued, IReadOnlyList<BulkItemError> Errors, int MaxErrors) : JsonResponse(StatusCodes.Status200OK)
{
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("queued_count", Queued);
        json.WriteNumber("error_count", Errors.Count);
        json.WriteStartArray("errors");
        foreach (var error in Errors.Take(MaxErrors))
        {
            json.WriteStartObject();
            json.WriteNumber("index", error.Index);
            if (error.Number is not null)
                json.WriteString("phone_number", error.Number);
            if (error.Code is not null)
                json.WriteString("code", error.Code);
            json.WriteString("error", error.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
