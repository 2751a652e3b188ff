using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>The response to a message that was queued.</summary>
/// <remarks>Whether success is 200 or 201 is not documented. The emulator's choice: 200.</remarks>
internal sealed record QueuedResponse(string MessageId) : JsonResponse(StatusCodes.Status200OK)
{
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("success", true);
        json.WriteString("message_id", MessageId);
        json.WriteString("status", "queued");
    }
}
