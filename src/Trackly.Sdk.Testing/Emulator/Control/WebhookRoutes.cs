using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/webhooks</c> and <c>/_emulator/replies</c>.</summary>
internal static class WebhookRoutes
{
    private const string Path = "/_emulator/webhooks";
    private const string Replies = "/_emulator/replies";

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, request => List(services, request), WebhookQuery.Parameters),
        new("GET", Path + "/{id}", request => Find(services, request)),
        new("POST", Path + "/{id}/send", request => SendAsync(services, request)),
        new("GET", Replies, request => ListReplies(services, request), "phone_number", "limit"),
        new("POST", Replies, request => ReplyAsync(services, request)),
    ];

    private static ObjectResponse List(EmulatorServices services, ControlRequest request)
    {
        var query = WebhookQuery.Read(request.Query);
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("webhooks");
            foreach (var webhook in query.Find(services.Webhooks.All))
                WebhookWriter.Write(json, webhook);
            json.WriteEndArray();
        });
    }

    private static EmulatorResponse Find(EmulatorServices services, ControlRequest request) =>
        ReadId(request) is { } id && services.Webhooks.Find(id) is { } webhook ? Respond(webhook) : ErrorResponse.NoSuchWebhook;

    private static async ValueTask<EmulatorResponse> SendAsync(EmulatorServices services, ControlRequest request)
    {
        if (ReadId(request) is not { } id || services.Webhooks.Find(id) is null)
            return ErrorResponse.NoSuchWebhook;
        try
        {
            return Respond(await services.SentNow.SendNowAsync(id, request.Aborted).ConfigureAwait(false));
        }
        catch (ArgumentException)
        {
            // It was dropped to make room meanwhile.
            return ErrorResponse.NoSuchWebhook;
        }
    }

    private static ObjectResponse ListReplies(EmulatorServices services, ControlRequest request)
    {
        var (number, limit) = (QueryReader.ReadString(request.Query, "phone_number"), (int)QueryReader.ReadNumber(request.Query, "limit", 100, min: 1, max: 1_000));
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("replies");
            foreach (var reply in services.Replies.All.Reverse().Where(reply => number is null || reply.PhoneNumber == number).Take(limit))
                WebhookWriter.Write(json, reply);
            json.WriteEndArray();
        });
    }

    private static async ValueTask<EmulatorResponse> ReplyAsync(EmulatorServices services, ControlRequest request)
    {
        var fields = JsonMembers.Parse(await request.ReadBodyAsync().ConfigureAwait(false), "a reply", "phone_number", "text", "list_number");
        var reply = services.DayAfter.Receive(fields.ReadString("phone_number"), fields.ReadString("text"), fields.ReadString("list_number"));
        return new ObjectResponse(json => WebhookWriter.WriteMembers(json, reply), StatusCodes.Status201Created);
    }

    private static ObjectResponse Respond(EmulatedWebhook webhook) => new(json => WebhookWriter.WriteMembers(json, webhook));

    private static long? ReadId(ControlRequest request) =>
        long.TryParse(request.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
