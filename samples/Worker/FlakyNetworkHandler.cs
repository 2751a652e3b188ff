namespace Worker;

/// <summary>Simulates a network that is unreachable for one request and loses the response to another. Like every primary handler, it must not follow redirects.</summary>
internal sealed class FlakyNetworkHandler(int unreachableAt, int responseLostAt) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        if (number == unreachableAt)
            throw new HttpRequestException("The network is unreachable.");
        var response = await base.SendAsync(request, cancellationToken);
        if (number != responseLostAt)
            return response;
        response.Dispose();
        throw new HttpRequestException("The connection was reset.");
    }
}
