namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>The client's part: counts transmissions, and answers as told.</summary>
internal sealed class ScriptedSender
{
    private readonly Queue<Func<CancellationToken, Task<SendResponse>>> _next = new();
    private int _transmissions;

    public int Transmissions => _transmissions;

    /// <summary>The request of the last transmission.</summary>
    public SendRequest? LastRequest { get; private set; }

    public static SendResponse Accept(string messageId) => new() { MessageId = messageId };

    public ScriptedSender Then(Func<CancellationToken, Task<SendResponse>> response)
    {
        _next.Enqueue(response);
        return this;
    }

    /// <summary>Forgets what no call has asked for.</summary>
    public void Clear() => _next.Clear();

    public ScriptedSender ThenThrow(Exception exception) => Then(_ => Task.FromException<SendResponse>(exception));

    /// <summary>A send that waits: the first source says that it started, the second lets it end.</summary>
    public (Task Started, TaskCompletionSource<SendResponse> Response) ThenWait()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var response = new TaskCompletionSource<SendResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        Then(_ =>
        {
            started.SetResult();
            return response.Task;
        });
        return (started.Task, response);
    }

    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _transmissions);
        LastRequest = request;
        lock (_next)
            return _next.TryDequeue(out var response) ? response(cancellationToken) : Task.FromResult(Accept($"msg{number:D5}"));
    }
}
