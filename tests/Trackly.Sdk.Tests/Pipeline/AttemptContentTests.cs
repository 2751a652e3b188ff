using System.Text;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class AttemptContentTests
{
    [Fact]
    public async Task CopyToAsync_ASecondTime_IsRefusedAndRecorded()
    {
        using var request = new HttpRequestMessage();
        using var content = CreateContent(request, out var attempt);
        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        var again = () => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        (await again.Should().ThrowAsync<RepeatedTransmissionException>()).WithMessage("*Trackly.Sdk itself decides what is retried: see TracklyClientOptions.Retry.");
        attempt.Repeated.Should().BeTrue();
    }

    [Fact]
    public async Task CopyToAsync_OfACopyThatAReaderLeft_IsRefusedAfterTheNetworkHasTheBody()
    {
        using var request = new HttpRequestMessage();
        request.Content = CreateContent(request, out var attempt);
        await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await request.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var again = () => request.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        await again.Should().ThrowAsync<RepeatedTransmissionException>();
        attempt.Repeated.Should().BeTrue();
    }

    [Fact]
    public async Task CopyToAsync_AfterTheAttemptIsOver_IsRefused()
    {
        using var request = new HttpRequestMessage();
        using var content = CreateContent(request, out var attempt);
        attempt.Complete(ranOut: true);

        var late = () => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        await late.Should().ThrowExactlyAsync<OperationCanceledException>("nothing may leave any more").WithMessage("The attempt is over: nothing is sent any more.");
        attempt.Repeated.Should().BeFalse();
    }

    [Fact]
    public async Task CopyToAsync_ToTheNetwork_TakesTheKeyOffForAHandlerThatRepeatsTheRequest()
    {
        using var request = new HttpRequestMessage();
        ApiKeyHeader.Set(request, Some.Key);
        using var content = CreateContent(request, out _);

        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        ApiKeyHeader.IsOn(request).Should().BeFalse();
    }

    [Fact]
    public async Task ReadAsStringAsync_IntoMemory_LeavesTheKeyForTheNetwork()
    {
        using var request = new HttpRequestMessage();
        ApiKeyHeader.Set(request, Some.Key);
        using var content = CreateContent(request, out _);

        await content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ApiKeyHeader.IsOn(request).Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CreateAsync_OfAContentThatAHandlerPutThere_HasItsBodyAndItsHeaders(bool isReadBefore)
    {
        var attempt = new Attempt(Some.Call(new TestClock()), Some.Key);
        using var request = new HttpRequestMessage { Content = new StringContent("{}", Encoding.UTF8, "application/vnd.host+json") };
        request.Content.Headers.ContentLanguage.Add("de");
        request.Content = await AttemptContent.CreateAsync(request, attempt);
        // The network gets a fresh one then.
        if (isReadBefore)
            await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        (await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("{}");
        request.Content.Headers.ContentLanguage.Should().Equal("de");
        request.Content.Headers.GetValues("Content-Type").Should().Equal("application/vnd.host+json; charset=utf-8");
    }

    [Fact]
    public void HandlerContent_IsJson()
    {
        using var content = new HandlerContent([]);

        content.Headers.GetValues("Content-Type").Should().Equal("application/json");
    }

    [Fact]
    public async Task CreateAsync_OfARequestWhoseContentAHandlerTookAway_HasTheBodyOfTheCall()
    {
        var call = Some.Call(new TestClock());
        using var request = new HttpRequestMessage();

        using var content = await AttemptContent.CreateAsync(request, new Attempt(call, Some.Key));

        (await content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be(Encoding.UTF8.GetString(call.Body!));
    }

    internal static AttemptContent CreateContent(HttpRequestMessage request, out Attempt attempt)
    {
        var call = Some.Call(new TestClock());
        attempt = new Attempt(call, Some.Key);
        return new AttemptContent(request, attempt, call.Body!);
    }
}
