using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/messages</c>.</summary>
internal static class MessageRoutes
{
    private const string Path = "/_emulator/messages";

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, request => ListAsync(services, request), MessageQuery.Parameters),
        new("DELETE", Path, _ => Clear(services)),
        new("GET", Path + "/{message_id}", request => Find(services, request)),
    ];

    private static async ValueTask<EmulatorResponse> ListAsync(EmulatorServices services, ControlRequest request)
    {
        var query = MessageQuery.Read(request.Query);
        await MessageWait.WaitAsync(services, query, request.Aborted).ConfigureAwait(false);
        return new MessageListResponse(query, services.Messages.Snapshot, request.Api);
    }

    private static NoContentResponse Clear(EmulatorServices services)
    {
        services.Messages.Clear();
        return new NoContentResponse();
    }

    private static EmulatorResponse Find(EmulatorServices services, ControlRequest request) =>
        services.Messages.Snapshot.Messages.FindLast(message => message.MessageId == request.Value) is { } message
            ? new MessageResponse(message, request.Api)
            : ErrorResponse.NoSuchMessage;
}
