using System.Net;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What every refusal has in common: the envelope, and an outbox that stays empty.</summary>
public abstract class EmulatorRefusalTest : EmulatorTest
{
    private protected void ShouldBeRefusedWithoutACode(WireReply reply, HttpStatusCode status, string because)
    {
        ShouldBeRefused(reply, status, code: null);
        reply.Error.Should().Contain(because);
    }

    private protected void ShouldBeRefused(WireReply reply, HttpStatusCode status, string? code)
    {
        reply.Status.Should().Be(status);
        reply.MediaType.Should().Be("application/json");
        reply.Json.EnumerateObject().Select(member => member.Name).Should().Equal(code is null ? ["error"] : ["error", "code"]);
        reply.Code.Should().Be(code);
        reply.Error.Should().NotBeEmpty();
        Emulator.Messages.Should().BeEmpty();
    }
}
