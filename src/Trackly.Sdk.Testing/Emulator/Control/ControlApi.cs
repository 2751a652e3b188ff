using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The inbox page and its API, which tests in other languages use too. docs/emulator.md describes it.</summary>
internal sealed class ControlApi(EmulatorServices services)
{
    private const string Root = "/_emulator/";
    private const string Messages = Root + "messages";
    private const string Faults = Root + "faults";

    private readonly MessageJsonCache _cache = new();

    public static bool Has(string path) => path is "/" || path.StartsWith(Root, StringComparison.Ordinal);

    public async ValueTask<EmulatorResponse> RespondAsync(HttpContext context, string path)
    {
        var request = context.Request;
        try
        {
            // A response to HEAD has the headers of the response to GET. The server leaves the body out.
            var method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : HttpMethods.GetCanonicalizedValue(request.Method);
            return path is Faults
                ? await RespondToFaultsAsync(method, request).ConfigureAwait(false)
                : Respond(path, method, request);
        }
        catch (FormatException exception)
        {
            return ErrorResponse.CreateBadRequest(exception.Message);
        }
    }

    /// <summary>
    /// Gets the address of the API as the caller knows it. It can differ from the one that the emulator knows, for example when a port is forwarded.
    /// </summary>
    public static string GetApiAddress(HttpRequest request) => $"http://{request.Host}{SendEndpoint.ApiRoot}";

    private EmulatorResponse Respond(string path, string method, HttpRequest request) => path switch
    {
        "/" => FileResponse(method, "inbox.html"),
        Messages => RespondToMessages(method, request),
        Root + "events" => Only(HttpMethods.Get, method, () => new EventStream(services, _cache)),
        Root + "state" => Only(HttpMethods.Get, method, () => new StateResponse(services, GetApiAddress(request))),
        _ when FindId(path, Messages) is { } id => Only(HttpMethods.Get, method, () => FindMessage(id, request)),
        _ when FindId(path, Faults) is { } id => Only(HttpMethods.Delete, method, () => RemoveFault(id)),
        _ => FileResponse(method, path[Root.Length..]),
    };

    private static EmulatorResponse FileResponse(string method, string name) =>
        InboxFile.Find(name) is { } file ? Only(HttpMethods.Get, method, () => file) : ErrorResponse.NoSuchControl;

    private EmulatorResponse RespondToMessages(string method, HttpRequest request)
    {
        if (method == HttpMethods.Get)
            return new MessageListResponse(MessageQuery.Read(request.Query), services.Messages.Snapshot, GetApiAddress(request));
        if (method != HttpMethods.Delete)
            return new MethodNotAllowedResponse("GET, HEAD, DELETE");
        services.Messages.Clear();
        return new NoContentResponse();
    }

    private async Task<EmulatorResponse> RespondToFaultsAsync(string method, HttpRequest request)
    {
        if (method == HttpMethods.Get)
            return new FaultListResponse(services.Faults.Faults);

        if (method == HttpMethods.Delete)
        {
            services.Faults.Replace([]);
            return new NoContentResponse();
        }

        if (method != HttpMethods.Post && method != HttpMethods.Put)
            return new MethodNotAllowedResponse("GET, HEAD, POST, PUT, DELETE");

        if (await LimitedBodyReader.ReadAsync(request, request.HttpContext.RequestAborted).ConfigureAwait(false) is not { } body)
            return ErrorResponse.TooLarge;

        return method == HttpMethods.Post
            ? new AddedFaultResponse(services.Faults.Add(FaultReader.ReadOne(body), FaultPriority.Control))
            : new FaultListResponse(services.Faults.Replace(FaultReader.ReadAll(body)));
    }

    private EmulatorResponse FindMessage(string id, HttpRequest request) =>
        services.Messages.Snapshot.Messages.FindLast(message => message.MessageId == id) is { } message
            ? new MessageResponse(message, GetApiAddress(request))
            : ErrorResponse.NoSuchMessage;

    private EmulatorResponse RemoveFault(string id) =>
        int.TryParse(id, out var number) && services.Faults.Remove(number) ? new NoContentResponse() : ErrorResponse.NoSuchFault;

    private static EmulatorResponse Only(string allowed, string method, Func<EmulatorResponse> respond) =>
        method == allowed ? respond() : new MethodNotAllowedResponse(allowed == HttpMethods.Get ? "GET, HEAD" : allowed);

    private static string? FindId(string path, string collection) =>
        path.StartsWith(collection + "/", StringComparison.Ordinal) ? path[(collection.Length + 1)..] : null;
}
