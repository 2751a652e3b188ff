using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary><c>POST v2/send-raw</c>, from the request on the wire to the response, with the fake.</summary>
public sealed class SendRawTests
{
    private static readonly SendRawRequest Request = new(Some.Recipient, Some.ListNumber, "Hi");

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public void Serialize_NothingSkipped_LeavesTheSkipsOut() =>
        GetJson(Request).Should().Be($$"""{"to":"{{Some.Recipient}}","list_number":"{{Some.ListNumber}}","body":"Hi"}""");

    [Fact]
    public void Serialize_EachSkip_HasItsNameOfTheContract()
    {
        var json = JsonNode.Parse(GetJson(Request with
        {
            SkipDuplicateCheck = true,
            SkipListRateLimit = true,
            SkipOptOutAndBlockListChecks = true,
            SkipJourneyCheck = true,
            Metadata = new() { ["order_id"] = "A-1042" },
        }))!.AsObject();

        json.Select(static member => member.Key).Should().Equal(
            "to", "list_number", "body", "skip_duplicate_check", "skip_rate_limit", "skip_contact_validation", "skip_journey_check", "metadata");
        json.Skip(3).Take(4).Should().OnlyContain(static member => member.Value!.GetValue<bool>());
    }

    [Fact]
    public void Equals_OneSkipMore_IsAnotherRequest()
    {
        (Request with { }).Should().Be(Request);
        (Request with { SkipOptOutAndBlockListChecks = true }).Should().NotBe(Request);
        JsonSerializer.Deserialize<SendRawRequest>(JsonSerializer.Serialize(Request with { SkipJourneyCheck = true })).Should().Be(Request with { SkipJourneyCheck = true });
    }

    [Fact]
    public async Task SendRawAsync_Accepted_GoesToItsOwnAddress()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options());

        var response = await client.SendRawAsync(Request, Canceled);

        response.MessageId.Should().Be("a1b2c3d4");
        wire.Requests.Should().ContainSingle().Which.Address.AbsolutePath.Should().Be("/api/v2/send-raw");
    }

    [Fact]
    public async Task SendRawAsync_RecipientPolicy_HoldsAsForSendAsync()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options(static options => options.RecipientPolicy = new() { RedirectTo = "+14155550000" }));
        using var blocked = new TracklyClient(httpClient, Some.Options(static options => options.RecipientPolicy = new() { BlockAll = true }));

        await client.SendRawAsync(Request, Canceled);

        wire.Requests.Single().Body.Should().Contain("+14155550000").And.NotContain(Some.Recipient);
        await blocked.Awaiting(client => client.SendRawAsync(Request, Canceled)).Should().ThrowExactlyAsync<TracklyRecipientBlockedException>();
    }

    [Fact]
    public async Task SendRawAsync_InvalidRequest_ReportsEveryErrorAndSendsNothing()
    {
        using var wire = new StubHandler();
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options());

        var send = () => client.SendRawAsync(new SendRawRequest("", "123", " ") { Metadata = new() { ["ratio"] = double.NaN } }, Canceled);

        (await send.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Select(static error => error.Field)
            .Should().Equal("to", "list_number", "body", "metadata.ratio");
        wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendRawAsync_AtMostOnce_DoesNotRetryAServerError()
    {
        using var wire = new StubHandler().Responds(502);
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options());

        var send = () => client.SendRawAsync(Request, new TracklyRequestOptions { RetryMode = TracklyRetryMode.AtMostOnce }, Canceled);

        (await send.Should().ThrowExactlyAsync<TracklyServerException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Fake_ScriptsAndRecordsRawRequests()
    {
        var fake = new FakeTracklyClient();
        fake.When(static message => message.Body == "lost").LosesTheAnswer();

        await fake.SendRawAsync(Request, Canceled);
        var lost = () => fake.SendRawAsync(Request with { Body = "lost", SkipDuplicateCheck = true }, Canceled);

        (await lost.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        fake.RawRequests.Should().Equal(Request, Request with { Body = "lost", SkipDuplicateCheck = true });
        fake.Requests.Should().BeEmpty();
        fake.Queued.Select(static queued => queued.Request.Body).Should().Equal("Hi", "lost");
    }

    [Fact]
    public void ToString_OfTheRequest_ShowsNothingPrivate() =>
        (Request with { Metadata = new() { ["card"] = "4111" } }).ToString().Should().Be("SendRawRequest { Body = 2 characters }");

    private static string GetJson(SendRawRequest request) => System.Text.Encoding.UTF8.GetString(SendRawOperation.Instance.Serialize(request));
}
