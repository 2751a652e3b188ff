using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>POST v2/send/bulk</c> of the emulator.</summary>
public sealed class TracklyEmulatorBulkTests : EmulatorTest
{
    private protected override TracklyEmulatorOptions Options => new() { MaxBulkErrors = 2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bulk_GoodMessages_AreQueuedInOrder()
    {
        using var client = Emulator.CreateClient();

        var response = await client.SendBulkAsync(Create(3), Token);

        response.Results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        Emulator.Messages.Select(static message => message.Body).Should().Equal("Hi 0", "Hi 1", "Hi 2");
        Emulator.Messages[0].Notes.Should().Contain("It was sent by send/bulk, whose response has no message ids.");
        Emulator.Messages[0].RawJson.Should().Be($$"""{"to":"+14155551234","list_number":"{{Emulator.ListNumber}}","body":"Hi 0"}""");
    }

    [Fact]
    public async Task Bulk_PartialErrors_AreListedAndTheRestIsQueued()
    {
        var response = await PostAsync(new[]
        {
            new { to = "+14155551234", list_number = "+18005551000", body = "good" },
            new { to = "415", list_number = "+18005551000", body = "wrong number" },
            new { to = "+14155551234", list_number = "+18005559999", body = "wrong list" },
        });

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Text.Should().Be("""
            {"queued_count":1,"error_count":2,"errors":[{"index":1,"phone_number":"415","code":"invalid_phone","error":"The to field is not a valid E.164 phone number."},{"index":2,"phone_number":"+14155551234","code":"list_not_found","error":"The sending list was not found or does not belong to your account."}]}
            """);
        Emulator.Messages.Should().ContainSingle().Which.Body.Should().Be("good");
    }

    [Fact]
    public async Task Bulk_MoreErrorsThanTheLimit_AreCountedAndNotListed()
    {
        using var client = Emulator.CreateClient();
        Emulator.When(static request => request.Body != "Hi 0").Rejects(TracklyErrorCode.ListNotFound);

        var response = await client.SendBulkAsync(Create(4), Token);

        response.Should().BeEquivalentTo(new { QueuedCount = 1, ErrorCount = 3 });
        response.Results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Unknown, SendOutcome.Rejected, SendOutcome.Rejected, SendOutcome.Unknown);
    }

    [Fact]
    public async Task Bulk_ALostAnswer_QueuesTheWholeCall()
    {
        using var client = Emulator.CreateClient();
        Emulator.When(static request => request.Body == "Hi 1").LosesTheAnswer();

        var send = () => client.SendBulkAsync(Create(3), Token);

        (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        Emulator.Messages.Should().HaveCount(3);
    }

    [Fact]
    public async Task Bulk_AnErrorOfTheWholeCall_QueuesNothing()
    {
        using var client = Emulator.CreateClient();
        Emulator.ForNext().RespondsWith(HttpStatusCode.ServiceUnavailable);

        var send = () => client.SendBulkAsync(Create(3), Token);

        (await send.Should().ThrowExactlyAsync<TracklyServerException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        Emulator.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "missing_messages")]
    [InlineData("""{"messages":null}""", HttpStatusCode.BadRequest, "missing_messages")]
    [InlineData("""{"messages":[]}""", HttpStatusCode.BadRequest, "missing_messages")]
    [InlineData("""{"messages":{}}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""[]""", HttpStatusCode.BadRequest, null)]
    public async Task Bulk_WithoutMessages_IsRefused(string json, HttpStatusCode status, string? code)
    {
        var response = await Caller.SendAsync(json, "v2/send/bulk");

        (response.Status, response.Code).Should().Be((status, code));
    }

    [Fact]
    public async Task Bulk_OverAThousandMessages_IsRefused()
    {
        var response = await PostAsync(Enumerable.Repeat(new { to = "+14155551234", list_number = "+18005551000", body = "Hi" }, 1_001));

        (response.Status, response.Code).Should().Be((HttpStatusCode.RequestEntityTooLarge, "too_many_messages"));
        Emulator.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"messages":[1]}""", "The request body must be a JSON object.")]
    [InlineData("""{"messages":[{"to":"+14155551234","list_number":"+18005551000","body":"Hi","metadata":{}}]}""", "The metadata field is not documented for a message of a bulk request.")]
    public async Task Bulk_AWrongItem_IsAnErrorOfThatItem(string json, string error)
    {
        var response = await Caller.SendAsync(json, "v2/send/bulk");

        response.Json.GetProperty("error_count").GetInt32().Should().Be(1);
        response.Json.GetProperty("errors")[0].GetProperty("error").GetString().Should().Be(error);
    }

    private Task<RawResponse> PostAsync(object messages) => Caller.SendAsync(JsonSerializer.Serialize(new { messages }), "v2/send/bulk");

    private SendRequest[] Create(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new SendRequest("+14155551234", Emulator.ListNumber, $"Hi {index}"))];
}
