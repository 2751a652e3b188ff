using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The inbox page and its API, which tests in other languages use too. docs/emulator.md describes it.</summary>
internal sealed class ControlApi(EmulatorServices services)
{
    private const string Root = "/_emulator/";

    private readonly IReadOnlyList<ControlRoute> _routes = CreateRoutes(services);

    public static bool Has(string path) => path is "/" or "/_emulator" || path.StartsWith(Root, StringComparison.Ordinal);

    public static IReadOnlyList<ControlRoute> CreateRoutes(EmulatorServices services) =>
    [
        .. MessageRoutes.Create(services), .. ConversationRoutes.Create(services), .. RequestRoutes.Create(services), .. WebhookRoutes.Create(services),
        .. FaultRoutes.Create(services), .. AccountRoutes.Create(services), .. ContactRoutes.Create(services), .. ServerRoutes.Create(services),
    ];

    public async ValueTask<EmulatorResponse> RespondAsync(HttpContext context, string path)
    {
        // A response to HEAD has the headers of the response to GET. The server leaves the body out.
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : HttpMethods.GetCanonicalizedValue(context.Request.Method);
        var matches = _routes.Select(route => (Route: route, Value: route.Match(path))).Where(match => match.Value is not null).ToList();
        var (found, value) = matches.FirstOrDefault(match => match.Route.Method == method);
        if (found is null)
            return matches.Count > 0 ? CreateMethodNotAllowed(matches.Select(match => match.Route.Method)) : FindFile(path, method);

        try
        {
            found.CheckParameters(context.Request.Query);
            return await found.Respond(new ControlRequest(context, value!)).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            return ErrorResponse.CreateBadRequest(exception.Message);
        }
    }

    private static EmulatorResponse FindFile(string path, string method)
    {
        var file = path is "/" ? InboxFile.Find("inbox.html") : path.StartsWith(Root, StringComparison.Ordinal) ? InboxFile.Find(path[Root.Length..]) : null;
        return file is null ? ErrorResponse.NoSuchControl : method == HttpMethods.Get ? file : CreateMethodNotAllowed([HttpMethods.Get]);
    }

    private static MethodNotAllowedResponse CreateMethodNotAllowed(IEnumerable<string> methods) =>
        new(string.Join(", ", methods.SelectMany(method => method == HttpMethods.Get ? (string[])[method, HttpMethods.Head] : [method])));
}
