using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>An application that receives webhooks, and responds as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebhookReceiver(WebApplication application) => _application = application;

    /// <summary>Gets the address with a secret, as a developer configures it.</summary>
    public Uri Address => new(_application.Urls.Single() + "/webhooks/trackly/a-secret");

    /// <summary>Gets the bodies in the order in which they came.</summary>
    public ConcurrentQueue<string> Bodies { get; } = [];

    /// <summary>Gets the paths that were asked for.</summary>
    public ConcurrentQueue<string> Paths { get; } = [];

    /// <summary>Gets or sets what an event gets. Default 200 without a body.</summary>
    public Func<HttpContext, Task> Respond { get; set; } = static _ => Task.CompletedTask;

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver._application.Run(receiver.ReceiveAsync);
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public void RespondWith(HttpStatusCode status, string body = "") => Respond = context =>
    {
        context.Response.StatusCode = (int)status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Bodies.Enqueue(await body.ReadToEndAsync(context.RequestAborted));
        Paths.Enqueue(context.Request.Path);
        await Respond(context);
    }
}
