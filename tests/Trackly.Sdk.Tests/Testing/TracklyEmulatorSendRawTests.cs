using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>POST v2/send-raw</c> of the emulator.</summary>
public sealed class TracklyEmulatorSendRawTests : EmulatorTest
{
    [Fact]
    public async Task SendRaw_IsQueuedWithANote()
    {
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress });

        var response = await client.SendRawAsync(
            new SendRawRequest(Some.Recipient, Emulator.ListNumber, "Hi") { SkipDuplicateCheck = true }, TestContext.Current.CancellationToken);

        var message = Emulator.Messages.Should().ContainSingle().Which;
        message.MessageId.Should().Be(response.MessageId);
        message.Notes.Should().Contain(static note => note.StartsWith("It was sent by send-raw.", StringComparison.Ordinal));
        message.RawJson.Should().Contain("\"skip_duplicate_check\":true");
    }

    [Fact]
    public async Task SendRaw_SkipThatIsNoBoolean_IsRefused()
    {
        using var caller = new RawCaller(Emulator);

        var response = await caller.SendAsync("""{"to":"+14155551234","list_number":"+18005551000","body":"Hi","skip_rate_limit":"yes"}""", "v2/send-raw");

        (response.Status, Emulator.Messages.Count).Should().Be((HttpStatusCode.BadRequest, 0));
        response.Error.Should().Contain("skip_rate_limit");
    }
}
