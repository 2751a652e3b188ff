using System.Text;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>.NET lets a handler read content synchronously; .NET Standard has no such method.</summary>
public sealed class SynchronousReadTests
{
    [Fact]
    public async Task ReadAsStream_AHandlerReadsSynchronously_GetsTheBody()
    {
        using var request = new HttpRequestMessage();
        using var content = AttemptContentTests.CreateContent(request, out _);

        using var reader = new StreamReader(content.ReadAsStream(TestContext.Current.CancellationToken), Encoding.UTF8);

        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Contain(Some.Recipient);
    }

    [Fact]
    public void CopyTo_ASecondTime_IsRefused()
    {
        using var request = new HttpRequestMessage();
        using var content = AttemptContentTests.CreateContent(request, out var attempt);
        content.CopyTo(Stream.Null, context: null, TestContext.Current.CancellationToken);

        content.Invoking(static again => again.CopyTo(Stream.Null, context: null, TestContext.Current.CancellationToken)).Should().Throw<RepeatedTransmissionException>();

        attempt.Repeated.Should().BeTrue();
    }
}
