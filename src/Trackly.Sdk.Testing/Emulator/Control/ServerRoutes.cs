using System.Reflection;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The emulator itself: its state, events, version and health, and the index of paths.</summary>
internal static class ServerRoutes
{
    private const string Root = "/_emulator/";

    private static readonly string Version =
        typeof(ServerRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static IEnumerable<ControlRoute> Create(EmulatorServices services)
    {
        var whole = new MessageJsonCache(MessageWriter.Write);
        var summaries = new MessageJsonCache(static (json, message, _) => MessageSummaryWriter.Write(json, message));
        return
        [
            new("GET", Root, request => new ObjectResponse(WriteIndex)),
            new("GET", Root + "health", _ => new ObjectResponse(static json => json.WriteString("status", "ok"))),
            new("GET", Root + "version", _ => new ObjectResponse(static json => json.WriteString("version", Version))),
            new("GET", Root + "state", request => new StateResponse(services, request.Api)),
            new("GET", Root + "events", request => new EventStream(services, QueryReader.ReadFlag(request.Query, "summary") is true ? summaries : whole), "summary"),
            new("GET", Root + "openapi.json", static _ => InboxFile.Find("openapi.json")!),
            new("POST", Root + "reset", request => ResetAsync(services, request)),
        ];
    }

    private static async ValueTask<EmulatorResponse> ResetAsync(EmulatorServices services, ControlRequest request)
    {
        var body = await request.ReadBodyAsync().ConfigureAwait(false);
        services.Reset(body.IsEmpty ? null : JsonMembers.Parse(body, "a reset", "seed").ReadNumber("seed", int.MinValue, int.MaxValue));
        return new NoContentResponse();
    }

    private static void WriteIndex(Utf8JsonWriter json)
    {
        json.WriteString("inbox", "/");
        string[] names =
            ["messages", "conversations", "requests", "webhooks", "replies", "faults", "accounts", "contacts", "state", "events", "health", "version", "openapi.json"];
        foreach (var name in names)
            json.WriteString(Path.GetFileNameWithoutExtension(name), Root + name);
    }
}
