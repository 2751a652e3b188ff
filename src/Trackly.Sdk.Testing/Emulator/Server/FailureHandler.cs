using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Control;
using Trackly.Sdk.Testing.Emulator.Exchanges;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Server;

/// <summary>Handles unexpected exceptions: reports them to the program, and tells the client that the emulator itself failed.</summary>
internal sealed class FailureHandler(EmulatorServices services, Action<EmulatorFailure>? onFailure, CancellationToken closing)
{
    /// <summary>Returns whether an exception is an error in the emulator, and not caused by the client or by the end of the emulator.</summary>
    public bool IsFailure(Exception exception, HttpContext context) => exception switch
    {
        OperationCanceledException => false,

        // The body is not HTTP, or ended too early: the server responds with 400.
        BadHttpRequestException => false,
        IOException => !context.RequestAborted.IsCancellationRequested,
        ObjectDisposedException => !closing.IsCancellationRequested,
        _ => true,
    };

    public async Task HandleAsync(Exception exception, HttpContext context)
    {
        var error = ErrorResponse.CreateFailure(exception);
        if (!ControlApi.Has(context.Request.Path.Value ?? "") && !RequestTrace.Get(context).IsKept)
            services.Exchanges.Add(context, error);
        onFailure?.Invoke(EmulatorFailure.Create(exception, services.Clock.GetUtcNow()));
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await error.SendAsync(context, closing).ConfigureAwait(false);
    }
}
