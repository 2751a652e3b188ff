using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class AttemptContentTests
{
    [Fact]
    public async Task CopyToAsync_TheBodyIsAskedFor_MarksTheAttemptAsStarted()
    {
        using var request = new HttpRequestMessage();
        using var content = ContentOf(request, out var attempt);
        attempt.BodyStarted.Should().BeFalse();

        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        attempt.BodyStarted.Should().BeTrue();
    }

    [Fact]
    public async Task CopyToAsync_ASecondTime_IsRefusedAndNoted()
    {
        using var request = new HttpRequestMessage();
        using var content = ContentOf(request, out var attempt);
        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        var again = () => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        await again.Should().ThrowAsync<RepeatedTransmissionException>();
        attempt.Repeated.Should().BeTrue();
    }

    [Fact]
    public async Task CopyToAsync_ToTheWire_TakesTheKeyOffForWhoeverRepeatsTheRequest()
    {
        using var request = new HttpRequestMessage();
        request.Headers.Add(Transport.KeyHeader, Some.Key);
        using var content = ContentOf(request, out _);

        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        request.Headers.Contains(Transport.KeyHeader).Should().BeFalse();
    }

    [Fact]
    public async Task ReadAsStringAsync_IntoMemory_LeavesTheKeyForTheWire()
    {
        using var request = new HttpRequestMessage();
        request.Headers.Add(Transport.KeyHeader, Some.Key);
        using var content = ContentOf(request, out _);

        await content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        request.Headers.Contains(Transport.KeyHeader).Should().BeTrue();
    }

    internal static AttemptContent ContentOf(HttpRequestMessage request, out Attempt attempt)
    {
        var clock = new TestClock();
        var settings = new SendSettings(Some.Options(), clock);
        var call = new SendCall(Some.Request(), settings, new SendTelemetry(loggerFactory: null, clock), clock, CancellationToken.None);
        attempt = call.BeginAttempt(settings);
        return new AttemptContent(request, attempt, call.Body);
    }
}
