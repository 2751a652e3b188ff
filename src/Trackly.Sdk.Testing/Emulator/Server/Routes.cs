using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Trackly.Sdk.Testing.Emulator.Control;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Server;

/// <summary>Routes each request by its path and method, and sends the response.</summary>
internal sealed class Routes(EmulatorServices services, Action<EmulatorFailure>? onFailure, CancellationToken closing) : IHttpApplication<HttpContext>
{
    private readonly ControlApi _control = new(services);
    private readonly FailureHandler _failures = new(services, onFailure, closing);
    private readonly OriginRules _originRules = new(services.Address, services.AllowedHosts);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await HandleAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client disconnected, or the emulator is being disposed.
            context.Abort();
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            var response = await RespondAsync(context).ConfigureAwait(false);
            if (!ControlApi.Has(context.Request.Path.Value ?? ""))
                services.Exchanges.Add(context, response);
            await response.SendAsync(context, closing).ConfigureAwait(false);
        }
        catch (Exception exception) when (_failures.IsFailure(exception, context))
        {
            await _failures.HandleAsync(exception, context).ConfigureAwait(false);
        }
    }

    // Paths are compared exactly, so that a doubled slash in a base address is found: it gets 404.
    private async ValueTask<EmulatorResponse> RespondAsync(HttpContext context)
    {
        if (_originRules.Check(context.Request) is { } error)
            return error;

        var path = context.Request.Path.Value ?? "";
        if (ControlApi.Has(path))
            return await _control.RespondAsync(context, path).ConfigureAwait(false);

        if (ResourceEndpoint.FindMethods(path) is { } methods)
        {
            return methods.Split(", ").Contains(context.Request.Method)
                ? await services.Resources.RespondAsync(context.Request, context.RequestAborted).ConfigureAwait(false)
                : new MethodNotAllowedResponse(methods);
        }

        if (!SendEndpoint.Has(path))
            return ErrorResponse.NotFound;

        if (HttpMethods.IsPost(context.Request.Method))
            return await services.Send.RespondAsync(context.Request, context.RequestAborted).ConfigureAwait(false);

        context.Response.Headers.Allow = HttpMethods.Post;
        return ErrorResponse.MethodNotAllowed;
    }
}
