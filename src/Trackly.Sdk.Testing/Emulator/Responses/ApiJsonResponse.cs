using System.Text.Json;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>A response of contacts, lists or phones.</summary>
internal sealed record ApiJsonResponse(ApiResponse Response) : JsonResponse(Response.Status)
{
    public override ErrorResponse? FindError() =>
        Response.Status >= 300 && Response.Body["error"] is { } error
            ? new ErrorResponse(Response.Status, error.GetValue<string>(), Response.Body["code"]?.GetValue<string>())
            : null;

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        foreach (var (name, value) in Response.Body)
        {
            json.WritePropertyName(name);
            if (value is null)
                json.WriteNullValue();
            else
                value.WriteTo(json);
        }
    }
}
