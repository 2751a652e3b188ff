using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk;

/// <summary>The client of the Trackly SMS API. Safe to use from many threads at once: create one client and share it.</summary>
/// <example>
/// <code>
/// using Trackly.Sdk;
///
/// using var trackly = new TracklyClient("trk_your_api_key_here");
/// var sent = await trackly.SendAsync(new SendRequest("+14155551234", "+18005551000", "Hello!"));
/// Console.WriteLine($"{sent.MessageId} {sent.Status}");
/// </code>
/// </example>
[UnsupportedOSPlatform("browser")]
public sealed class TracklyClient : ITracklyClient, IDisposable
{
    private readonly OperationRunner _runner;
    private readonly IDisposable? _owned;

    /// <summary>Creates a client with default options and connections of its own.</summary>
    /// <param name="apiKey">The API key, as the account owner gets it from the Trackly dashboard.</param>
    /// <exception cref="ArgumentException">The key is missing or cannot be a key.</exception>
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser.</exception>
    public TracklyClient(string apiKey)
        : this(new TracklyClientOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Creates a client with connections of its own.</summary>
    /// <param name="options">The options. Later changes of the object have no effect.</param>
    /// <param name="loggerFactory">Creates the log of the category <c>Trackly.Sdk</c>. Null, the default, logs nothing.</param>
    /// <param name="timeProvider">The clock of timeouts, waits and <see cref="SendAttempt"/>. Null, the default, is the system's.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message has a sentence for each error.</exception>
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser.</exception>
    public TracklyClient(TracklyClientOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ClientPlatform.ThrowIfBrowser();
        TracklyClientOptionsValidator.ThrowIfInvalid(options, nameof(options));
        var connections = DefaultConnections.CreateInvoker();
        _runner = CreateRunner(new Transmitter(() => connections, new HandlerChain { IsGuarded = true }), options, loggerFactory, timeProvider);
        _owned = connections;
    }

    /// <summary>Creates a client over your own <see cref="HttpClient"/>, which it never disposes. The base address of that client is not used.</summary>
    /// <param name="httpClient">Carries the requests. A handler inside it that repeats a request or follows a redirect is refused the second transmission.</param>
    /// <param name="options">The options. Later changes of the object have no effect.</param>
    /// <param name="loggerFactory">Creates the log of the category <c>Trackly.Sdk</c>. Null, the default, logs nothing.</param>
    /// <param name="timeProvider">The clock of timeouts, waits and <see cref="SendAttempt"/>. Null, the default, is the system's.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong, or the <paramref name="httpClient"/> asks for <c>Expect: 100-continue</c>.</exception>
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser.</exception>
    public TracklyClient(HttpClient httpClient, TracklyClientOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ClientPlatform.ThrowIfBrowser();
        ArgumentNullException.ThrowIfNull(httpClient);
        if (httpClient.DefaultRequestHeaders.ExpectContinue == true)
            throw new ArgumentException(Transmitter.ExpectContinueProblem, nameof(httpClient));
        TracklyClientOptionsValidator.ThrowIfInvalid(options, nameof(options));
        _runner = CreateRunner(new Transmitter(() => httpClient, new HandlerChain()), options, loggerFactory, timeProvider);
    }

    internal TracklyClient(RequestPipeline pipeline, IDisposable? owned)
    {
        _runner = new OperationRunner(pipeline);
        _owned = owned;
    }

    /// <summary>Gets the contacts of the account.</summary>
    public ITracklyContacts Contacts => field ??= new TracklyContacts(_runner);

    /// <summary>Gets the sending lists of the account.</summary>
    public ITracklyLists Lists => field ??= new TracklyLists(_runner);

    /// <summary>Gets phone validation.</summary>
    public ITracklyPhones Phones => field ??= new TracklyPhones(_runner);

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(SendOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(SendOperation.Instance, request, options, cancellationToken);

    /// <inheritdoc/>
    public Task<SendResponse> SendRawAsync(SendRawRequest request, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(SendRawOperation.Instance, request, cancellationToken);

    /// <inheritdoc/>
    public Task<SendResponse> SendRawAsync(SendRawRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(SendRawOperation.Instance, request, options, cancellationToken);

    /// <inheritdoc/>
    public Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(new SendBulkOperation(), requests, cancellationToken);

    /// <inheritdoc/>
    public Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        _runner.RunAsync(new SendBulkOperation(), requests, options, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SendResult> SendManyAsync(
        IAsyncEnumerable<SendRequest> requests, SendManyOptions? options = null, CancellationToken cancellationToken = default) =>
        _runner.RunStream(requests, options, cancellationToken);

    /// <summary>
    /// Ends the calls in progress with a <see cref="TracklyConnectionException"/> that says what became of their messages, and closes the client's own connections. A
    /// caller's <see cref="HttpClient"/> stays open.
    /// </summary>
    public void Dispose()
    {
        _runner.Dispose();
        _owned?.Dispose();
    }

    private static OperationRunner CreateRunner(Transmitter transmitter, TracklyClientOptions options, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
    {
        var clock = timeProvider ?? TimeProvider.System;
        var telemetry = new RequestTelemetry(loggerFactory, clock);
        var settings = new ClientSettings(options, clock, telemetry.ReportRetry);
        return new OperationRunner(new RequestPipeline(transmitter, () => settings, telemetry));
    }
}
