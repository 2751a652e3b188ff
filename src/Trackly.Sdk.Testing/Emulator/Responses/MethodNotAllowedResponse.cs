using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>The response to a path that does not have the method.</summary>
internal sealed record MethodNotAllowedResponse(string Methods) : JsonResponse(StatusCodes.Status405MethodNotAllowed)
{
    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteString("error", $"This path accepts {Methods}.");

    protected override void WriteHeaders(IHeaderDictionary headers) => headers.Allow = Methods;
}
