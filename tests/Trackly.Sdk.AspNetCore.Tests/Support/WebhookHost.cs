using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace Trackly.Sdk.AspNetCore.Tests.Support;

/// <summary>An application on a free loopback port with one webhook endpoint, which keeps what its handler gets and all that is logged.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "5ecretMagpie0123456789abcdefABCDEF-._~";
    public const string Pattern = "/webhooks/trackly/{secret}";

    private WebhookHost(WebApplication app, LogSink log) => (App, Log) = (app, log);

    public WebApplication App { get; }

    public HttpClient Client { get; } = new();

    public LogSink Log { get; }

    public ConcurrentQueue<TracklyWebhookEvent> Received { get; } = [];

    /// <summary>Runs in the handler after the event has been kept.</summary>
    public Func<TracklyWebhookEvent, CancellationToken, Task> OnEvent { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>The entries of the endpoint's own category.</summary>
    public IEnumerable<LogRecord> OwnLog => Log.Records.Where(static record => record.Category == "Trackly.Sdk.AspNetCore");

    public static Task<WebhookHost> StartAsync(Action<TracklyWebhookOptions>? configure = null) =>
        StartAsync(builder => builder.Services.AddTracklyWebhooks(options =>
        {
            options.Secret = Secret;
            configure?.Invoke(options);
        }));

    /// <param name="configure">Prepares the application.</param>
    /// <param name="map">Maps the endpoint. Null maps one with a delegate that fills <see cref="Received"/>.</param>
    public static async Task<WebhookHost> StartAsync(Action<WebApplicationBuilder> configure, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        var log = new LogSink();
        builder.Logging.AddProvider(log);
        configure(builder);
        var host = new WebhookHost(builder.Build(), log);
        if (map is null)
            host.App.MapTracklyWebhooks(Pattern, host.KeepAsync);
        else
            map(host.App);
        await host.App.StartAsync(TestContext.Current.CancellationToken);
        host.Client.BaseAddress = new Uri(host.App.Urls.Single());
        return host;
    }

    public Task<HttpStatusCode> PostAsync(string body, string secret = Secret) => PostAsync(Encoding.UTF8.GetBytes(body), secret);

    public Task<HttpStatusCode> PostAsync(byte[] body, string secret = Secret) => PostAsync(new ByteArrayContent(body), secret);

    public Task<HttpStatusCode> PostAsync(HttpContent content, string secret = Secret) => PostToAsync(Pattern.Replace("{secret}", secret), content);

    public Task<HttpStatusCode> PostToAsync(string path, string body) => PostToAsync(path, new StringContent(body));

    /// <summary>Stops the server. Afterwards the log is complete: the server logs the end of a request after the client has the response.</summary>
    public Task StopAsync() => App.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private async Task<HttpStatusCode> PostToAsync(string path, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Task KeepAsync(TracklyWebhookEvent webhookEvent, IServiceProvider services, CancellationToken cancellationToken)
    {
        Received.Enqueue(webhookEvent);
        return OnEvent(webhookEvent, cancellationToken);
    }
}
