using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>What a failed comparison of requests shows, as docs/testing.md says.</summary>
public sealed class FailedAssertionTests
{
    private static readonly SendRequest Expected = Some.Request() with { Metadata = new() { ["order_id"] = "A-1042" } };
    private static readonly SendRequest Actual = Expected with { Body = "Another text.", Metadata = new() { ["order_id"] = "A-9999" } };

    [Fact]
    public void FluentAssertions_OtherRequest_ShowsTheDifference() =>
        GetMessage(static () => Actual.Should().Be(Expected)).Should().Contain(Expected.Body).And.Contain(Actual.Body).And.Contain("A-1042").And.Contain("A-9999");

    [Fact]
    public void EverythingThatUsesToString_OtherRequest_ShowsNoPrivateValue()
    {
        var message = GetMessage(static () => throw new InvalidOperationException($"Expected {Expected}, but got {Actual}."));

        message.Should().Be("Expected SendRequest { Body = 50 characters }, but got SendRequest { Body = 13 characters }.");
    }

    private static string GetMessage(Action assertion) => assertion.Should().Throw<Exception>().Which.Message;
}
