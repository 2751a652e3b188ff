using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Exchanges;

/// <summary>What the endpoints find out about a request while they respond to it.</summary>
internal sealed class RequestTrace
{
    public const int MaxLength = 200;

    private const int MaxBodyLength = 4_096;

    public string? Account { get; set; }

    public string? To { get; private set; }

    public string? ListNumber { get; private set; }

    public string? Body { get; private set; }

    public EmulatedFault Fault { get; set; }

    /// <summary>The id of the first message that was queued.</summary>
    public string? MessageId { get; private set; }

    public int QueuedCount { get; private set; }

    /// <summary>Whether the request is kept with its response.</summary>
    public bool IsKept { get; set; }

    /// <summary>Gets the trace of a request, and creates it the first time.</summary>
    public static RequestTrace Get(HttpContext context)
    {
        if (context.Features.Get<RequestTrace>() is { } trace)
            return trace;
        context.Features.Set(trace = new RequestTrace());
        return trace;
    }

    /// <returns>The id.</returns>
    public string AddMessage(string messageId)
    {
        MessageId ??= messageId;
        QueuedCount++;
        return messageId;
    }

    /// <summary>Reads what can be read, valid or not.</summary>
    public void Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return;
        (To, ListNumber, Body) = (ReadString(json, "to", MaxLength), ReadString(json, "list_number", MaxLength), ReadString(json, "body", MaxBodyLength));
    }

    private static string? ReadString(JsonElement json, string name, int max) =>
        json.Field(name) is { ValueKind: JsonValueKind.String } field ? Excerpt.Create(field.GetString()!, max) : null;
}
