using System.Net;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What every error has in common: the JSON, and no queued message.</summary>
public abstract class EmulatorErrorTest : EmulatorTest
{
    private protected void ShouldBeAnErrorWithoutACode(RawResponse response, HttpStatusCode status, string because)
    {
        ShouldBeAnError(response, status, code: null);
        response.Error.Should().Contain(because);
    }

    private protected void ShouldBeAnError(RawResponse response, HttpStatusCode status, string? code)
    {
        response.Status.Should().Be(status);
        response.MediaType.Should().Be("application/json");
        response.Json.EnumerateObject().Select(member => member.Name).Should().Equal(code is null ? ["error"] : ["error", "code"]);
        response.Code.Should().Be(code);
        response.Error.Should().NotBeEmpty();
        Emulator.Messages.Should().BeEmpty();
    }
}
