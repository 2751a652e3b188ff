using System.Threading.RateLimiting;

namespace Campaign;

/// <summary>
/// Lets so many requests a minute pass: what leaves faster than Trackly sends from a list waits there, and is dropped after 30 minutes. It stands next to the network, so that a
/// row that was sent in an earlier run waits for nothing. Like every primary handler, it must not follow redirects.
/// </summary>
internal sealed class Pace(int perMinute) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly TokenBucketRateLimiter _limiter = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Math.Max(1, perMinute / 60),
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        QueueLimit = int.MaxValue,
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(1, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _limiter.Dispose();
        base.Dispose(disposing);
    }
}
