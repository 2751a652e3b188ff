namespace Worker;

/// <summary>A network that cannot be reached at one transmission, and loses the answer of another.</summary>
internal sealed class BadDay(int unreachableAt, int answerLostAt) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _transmissions;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _transmissions);
        if (number == unreachableAt)
            throw new HttpRequestException("The network is unreachable.");
        var answer = await base.SendAsync(request, cancellationToken);
        if (number != answerLostAt)
            return answer;
        answer.Dispose();
        throw new HttpRequestException("The connection was reset.");
    }
}
