using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The inbox page and the API under it, for tests in other languages: docs/emulator.md describes it.</summary>
internal sealed class ControlApi(Parts parts)
{
    private const string Root = "/_emulator/";
    private const string Messages = Root + "messages";
    private const string Faults = Root + "faults";

    private readonly SameOrigin _sameOrigin = new(parts.Address);

    public static bool Has(string path) => path is "/" || path.StartsWith(Root, StringComparison.Ordinal);

    public async ValueTask<Answer> AnswerAsync(HttpContext context, string path)
    {
        var request = context.Request;
        if (_sameOrigin.RefusalOf(request) is { } refusal)
            return refusal;

        try
        {
            var method = HttpMethods.GetCanonicalizedValue(request.Method);
            return path is Faults
                ? await FaultsAsync(method, request).ConfigureAwait(false)
                : AnswerTo(path, method, request);
        }
        catch (FormatException fault)
        {
            return Refusal.BadRequest(fault.Message);
        }
    }

    /// <summary>The address as the caller knows it, which need not be the one that the emulator knows: a port may be forwarded.</summary>
    public static string Api(HttpRequest request) => $"http://{request.Host}{Routes.ApiRoot}";

    private Answer AnswerTo(string path, string method, HttpRequest request) => path switch
    {
        "/" => ThePage(method, "inbox.html"),
        Messages => AllMessages(method, request),
        Root + "events" => Only(HttpMethods.Get, method, () => new EventStream(parts)),
        Root + "state" => Only(HttpMethods.Get, method, () => new State(parts, Api(request))),
        _ when IdIn(path, Messages) is { } id => Only(HttpMethods.Get, method, () => TheMessage(id, request)),
        _ when IdIn(path, Faults) is { } id => Only(HttpMethods.Delete, method, () => RemoveFault(id)),
        _ => ThePage(method, path[Root.Length..]),
    };

    private static Answer ThePage(string method, string name) =>
        Page.Named(name) is { } page ? Only(HttpMethods.Get, method, () => page) : Refusal.NoSuchControl;

    private Answer AllMessages(string method, HttpRequest request)
    {
        if (method == HttpMethods.Get)
            return new MessageList(MessageQuery.Read(request.Query), parts.Outbox.Shelf, Api(request));
        if (method != HttpMethods.Delete)
            return new NotAllowed("GET, DELETE");
        parts.Outbox.Clear();
        return new NoContent();
    }

    private async Task<Answer> FaultsAsync(string method, HttpRequest request)
    {
        if (method == HttpMethods.Get)
            return new FaultList(parts.Faults.Lines);

        if (method == HttpMethods.Delete)
        {
            parts.Faults.Replace([]);
            return new NoContent();
        }

        if (method != HttpMethods.Post && method != HttpMethods.Put)
            return new NotAllowed("GET, POST, PUT, DELETE");

        if (await BoundedBody.ReadAsync(request, request.HttpContext.RequestAborted).ConfigureAwait(false) is not { } body)
            return Refusal.TooLarge;

        return method == HttpMethods.Post
            ? new FaultAdded(parts.Faults.Add(FaultReader.ReadOne(body), FaultRank.Control))
            : new FaultList(parts.Faults.Replace(FaultReader.ReadAll(body)));
    }

    private Answer TheMessage(string id, HttpRequest request) =>
        parts.Outbox.Shelf.Messages.FindLast(message => message.MessageId == id) is { } message ? new OneMessage(message, Api(request)) : Refusal.NoSuchMessage;

    private Answer RemoveFault(string id) => int.TryParse(id, out var number) && parts.Faults.Remove(number) ? new NoContent() : Refusal.NoSuchFault;

    private static Answer Only(string allowed, string method, Func<Answer> answer) => method == allowed ? answer() : new NotAllowed(allowed);

    private static string? IdIn(string path, string collection) =>
        path.StartsWith(collection + "/", StringComparison.Ordinal) ? path[(collection.Length + 1)..] : null;
}
