using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The response to an accepted message.</summary>
public sealed class SendResponseTests
{
    [Fact]
    public async Task SendAsync_DocumentedResponse_IsReturned()
    {
        var response = await GetResponseAsync(Some.QueuedJson);

        response.Success.Should().BeTrue();
        response.MessageId.Should().Be("a1b2c3d4");
        response.Status.Should().Be(MessageStatus.Queued);
        response.MayBeDuplicate.Should().BeFalse();
        response.AdditionalProperties.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_FirstAttemptAccepted_HasOneAttempt()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        var start = client.Clock.GetUtcNow();

        var response = await client.SendAsync();

        response.Attempts.Should().Equal(new SendAttempt
        {
            Number = 1,
            StartedAt = start,
            Duration = TimeSpan.Zero,
            Progress = AttemptProgress.Answered,
            StatusCode = System.Net.HttpStatusCode.OK,
            Failure = null,
            Outcome = SendOutcome.Accepted,
        });
    }

    [Fact]
    public async Task SendAsync_ResponseHasUnknownMembers_KeepsThem()
    {
        var response = await GetResponseAsync("""{ "success": true, "message_id": "a1b2c3d4", "status": "queued", "segments": 2, "cost": { "usd": 0.01 }, "note": null }""");

        response.AdditionalProperties.Keys.Should().BeEquivalentTo("segments", "cost", "note");
        response.AdditionalProperties["segments"].GetInt32().Should().Be(2);
        response.AdditionalProperties["cost"].GetProperty("usd").GetDecimal().Should().Be(0.01m);
    }

    [Theory]
    [InlineData("""{ "success": true, "message_id": "a1b2c3d4", "status": "held_for_review" }""", "held_for_review")]
    [InlineData("""{ "success": true, "message_id": "a1b2c3d4", "status": "QUEUED" }""", "QUEUED")]
    [InlineData("""{ "success": true, "message_id": "a1b2c3d4", "status": null }""", "")]
    [InlineData("""{ "success": true, "message_id": "a1b2c3d4" }""", "")]
    public async Task SendAsync_UnknownOrMissingStatus_IsKeptAsItIs(string json, string status) =>
        (await GetResponseAsync(json)).Status.Value.Should().Be(status);

    [Theory]
    [InlineData("""{ "message_id": "a1b2c3d4", "status": "queued" }""", "a1b2c3d4")]
    [InlineData("""{ "success": null, "message_id": "a1b2c3d4" }""", "a1b2c3d4")]
    [InlineData("""{ "success": true, "message_id": "0199c0de-7e1d-7000-8000-000000000000" }""", "0199c0de-7e1d-7000-8000-000000000000")]
    public async Task SendAsync_AMessageIdIsThere_IsAcceptedWhateverItsFormat(string json, string id)
    {
        var response = await GetResponseAsync(json);

        response.MessageId.Should().Be(id);
        response.Success.Should().BeTrue();
    }

    private static async Task<SendResponse> GetResponseAsync(string json)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, json);
        return await client.SendAsync();
    }
}
