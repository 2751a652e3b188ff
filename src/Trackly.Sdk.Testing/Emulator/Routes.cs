using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Which path and method goes where, and the way back.</summary>
internal sealed class Routes(SendEndpoint send) : IHttpApplication<HttpContext>
{
    public const string ApiRoot = "/api/";
    private const string Send = ApiRoot + "v2/send";

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context).ConfigureAwait(false);
        await answer.SendAsync(context).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    // Paths are compared letter by letter, so a doubled slash from a carelessly joined base address shows up as 404.
    private async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value != Send)
            return Refusal.NotFound;

        if (HttpMethods.IsPost(context.Request.Method))
            return await send.AnswerAsync(context.Request, context.RequestAborted).ConfigureAwait(false);

        context.Response.Headers.Allow = HttpMethods.Post;
        return Refusal.MethodNotAllowed;
    }
}
