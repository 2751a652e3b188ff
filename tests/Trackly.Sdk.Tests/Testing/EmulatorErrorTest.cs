using System.Net;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What every refusal has in common: the envelope, and an outbox that stays empty.</summary>
public abstract class EmulatorErrorTest : EmulatorTest
{
    private protected void ShouldBeRefusedWithoutACode(RawResponse response, HttpStatusCode status, string because)
    {
        ShouldBeRefused(response, status, code: null);
        response.Error.Should().Contain(because);
    }

    private protected void ShouldBeRefused(RawResponse response, HttpStatusCode status, string? code)
    {
        response.Status.Should().Be(status);
        response.MediaType.Should().Be("application/json");
        response.Json.EnumerateObject().Select(member => member.Name).Should().Equal(code is null ? ["error"] : ["error", "code"]);
        response.Code.Should().Be(code);
        response.Error.Should().NotBeEmpty();
        Emulator.Messages.Should().BeEmpty();
    }
}
