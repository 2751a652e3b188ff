using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Fake;

namespace Trackly.Sdk.Testing;

/// <summary>A client for tests of your own code: no network, no waiting. It accepts every message unless its script says otherwise, and records requests. Thread-safe.</summary>
/// <example><code>
/// using Trackly.Sdk;
/// using Trackly.Sdk.Testing;
/// var fake = new FakeTracklyClient().ForNext().LosesTheAnswer();
/// await fake.SendAsync(new SendRequest("+14155551234", "+18005551000", "Hello!")); // Throws: the message is queued, and the caller cannot know.
/// </code></example>
/// <remarks>Inside it runs the real client; only the network is replaced. One call is one attempt: nothing is retried. The lines of <see cref="ForNext"/> come first, then
/// those of <see cref="When"/>, then that of <see cref="ForAll"/>. A request that is invalid, or canceled before it is sent, uses up no line.</remarks>
public sealed class FakeTracklyClient : ITracklyClient
{
    private readonly FakeScript _script = new();
    private readonly CallRecord _record;
    private readonly TimeProvider _clock;
    private readonly Lazy<FakeResources> _resources;

    /// <summary>Creates a client that accepts every message.</summary>
    /// <param name="timeProvider">The clock that <see cref="FakeBehavior.After"/> waits on. Null, the default, means the system's.</param>
    /// <param name="seed">What the message ids follow from: the same seed gives the same ids in the same order, as in <c>TracklyEmulator</c>. Default 0.</param>
    public FakeTracklyClient(TimeProvider? timeProvider = null, int seed = 0)
    {
        _clock = timeProvider ?? TimeProvider.System;
        _record = new CallRecord(seed);
        _resources = new(() => new FakeResources(_script, _clock));
    }

    /// <summary>
    /// Gets every request that was passed to <see cref="SendAsync(SendRequest, CancellationToken)"/>, in order, invalid ones included. Each is a copy of what the request held
    /// then, with sequences as lists; neither later requests nor later changes of a request change it.
    /// </summary>
    public IReadOnlyList<SendRequest> Requests => _record.Requests;

    /// <summary>
    /// Gets every request that was passed to <see cref="SendRawAsync(SendRawRequest, CancellationToken)"/>, in order, as copies. The script and <see cref="Queued"/> see each as a
    /// <see cref="SendRequest"/> with the same recipient, list, body and metadata.
    /// </summary>
    public IReadOnlyList<SendRawRequest> RawRequests => _record.RawRequests;

    /// <summary>Gets the messages of every call of <see cref="SendBulkAsync(IReadOnlyList{SendRequest}, CancellationToken)"/>, in order: a snapshot.</summary>
    public IReadOnlyList<IReadOnlyList<SendRequest>> BulkRequests => _record.BulkRequests;

    /// <summary>Gets every message that Trackly would have queued, in order, also when the caller got no response: a snapshot that later messages do not change.</summary>
    public IReadOnlyList<QueuedRequest> Queued => _record.Queued;

    /// <summary>Gets contacts that live as long as the fake: every list number is a list.</summary>
    public ITracklyContacts Contacts => _resources.Value.Client.Contacts;

    /// <summary>Gets the lists that contacts were put on.</summary>
    public ITracklyLists Lists => _resources.Value.Client.Lists;

    /// <summary>Gets phone validation, which asks nobody: a number that can be one is valid.</summary>
    public ITracklyPhones Phones => _resources.Value.Client.Phones;

    /// <summary>Gets every call of contacts, lists and phones, in order: a snapshot.</summary>
    public IReadOnlyList<ApiCall> Calls => _resources.Value.Calls;

    /// <summary>Starts a line of the script for the next requests, after those that earlier lines of this kind are for.</summary>
    /// <param name="count">The number of requests, 1 or more. Default 1.</param>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public FakeBehavior ForNext(int count = 1)
    {
        ScriptArguments.CheckCount(count, nameof(count));
        return new FakeBehavior(this, step => _script.AddNext(count, step));
    }

    /// <summary>Starts a line of the script for every request that meets a condition. Of several lines that apply, the last one written is used.</summary>
    /// <param name="condition">Returns whether the line is for a request. What it throws, <see cref="SendAsync(SendRequest, CancellationToken)"/> throws.</param>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    public FakeBehavior When(Func<SendRequest, bool> condition) =>
        condition is null ? throw new ArgumentNullException(nameof(condition)) : new FakeBehavior(this, step => _script.Add(condition, step));

    /// <summary>Starts a line of the script for every call of contacts, lists or phones that meets a condition, as <see cref="When"/> does for messages.</summary>
    /// <param name="condition">Returns whether the line is for a call.</param>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    public FakeBehavior WhenCalled(Func<ApiCall, bool> condition) =>
        condition is null ? throw new ArgumentNullException(nameof(condition)) : new FakeBehavior(this, step => _script.Add(condition, step));

    /// <summary>Starts the line of the script for every request that no other line is for. The last one written is used. Without one, each request is accepted.</summary>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    public FakeBehavior ForAll() => new(this, _script.SetDefault);

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(request, new TracklyRequestOptions(), cancellationToken);

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        request = RequestSnapshot.Take(request);
        _record.Add(request);
        return CallAsync(request, client => client.SendAsync(request, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SendResponse> SendRawAsync(SendRawRequest request, CancellationToken cancellationToken = default) =>
        SendRawAsync(request, new TracklyRequestOptions(), cancellationToken);

    /// <inheritdoc/>
    public Task<SendResponse> SendRawAsync(SendRawRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        request = RequestSnapshot.Take(request);
        _record.Add(request);
        var message = new SendRequest(request.To, request.ListNumber, request.Body) { Metadata = request.Metadata };
        return CallAsync(message, client => client.SendRawAsync(request, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, CancellationToken cancellationToken = default) =>
        SendBulkAsync(requests, new TracklyRequestOptions(), cancellationToken);

    /// <inheritdoc/>
    public async Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, TracklyRequestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(options);
        SendRequest[] passed = [.. requests], messages = [.. passed.Select(static request => request is null ? null! : RequestSnapshot.Take(request))];
        _record.Add(messages);
        var handler = new ScriptedHandler(
            () => BulkSteps.Take(_script, _record, messages, BulkErrors.DefaultMaxListed), static _ => "", _clock, cancellationToken.CanBeCanceled);
        var response = await RealClient.CallAsync(handler, client => client.SendBulkAsync(messages, options, cancellationToken)).ConfigureAwait(false);
        return response with { Results = [.. response.Results.Select(result => result with { Request = passed[(int)result.Index] })] };
    }

    /// <inheritdoc/>
    /// <remarks>The fake sends one message after another, in order and without a pace, so that a test sees the same results in every run.</remarks>
    public IAsyncEnumerable<SendResult> SendManyAsync(
        IAsyncEnumerable<SendRequest> requests, SendManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SendManyOptions();
        RealClient.CheckStream(requests, options);
        return new FakeStream(SendAsync, requests, options, _clock).SendAsync(cancellationToken);
    }

    private Task<SendResponse> CallAsync(SendRequest message, Func<TracklyClient, Task<SendResponse>> sendAsync, CancellationToken cancellationToken)
    {
        // A handler for each call, so that it knows whose request it carries.
        var handler = new ScriptedHandler(() => _script.Take(message), id => _record.Queue(message, id), _clock, cancellationToken.CanBeCanceled);
        return RealClient.CallAsync(handler, sendAsync);
    }
}
