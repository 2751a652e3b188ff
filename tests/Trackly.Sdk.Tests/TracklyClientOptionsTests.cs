namespace Trackly.Sdk.Tests;

public sealed class TracklyClientOptionsTests
{
    [Fact]
    public void Defaults_AreTheDocumentedOnes() => new TracklyClientOptions().Should().BeEquivalentTo(new
    {
        ApiKey = "",
        BaseAddress = new Uri("https://app.tracklysms.com/api/"),
        AttemptTimeout = TimeSpan.FromSeconds(15),
        Timeout = TimeSpan.FromSeconds(60),
        AllowInsecureHttp = false,
        RecipientPolicy = (TracklyRecipientPolicy?)null,
        Retry = new
        {
            Mode = TracklyRetryMode.Standard,
            MaxRetryAttempts = 3,
            BaseDelay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
        },
    });
}
