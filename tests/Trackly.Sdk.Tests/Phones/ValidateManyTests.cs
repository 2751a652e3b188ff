using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Phones;

/// <summary>Validation of many numbers: batches of 500, and one result for each number whatever happens.</summary>
public sealed class ValidateManyTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ValidateManyAsync_MoreThanABatch_IsOneCallForEach500()
    {
        using var stub = new StubbedClient(static wire => RespondToEach(wire, 500, 500, 3));

        var results = await ValidateAsync(stub, Enumerable.Range(0, 1_003).Select(static index => $"+1415{index:0000000}"));

        results.Select(static result => result.Index).Should().Equal(Enumerable.Range(0, 1_003).Select(static index => (long)index));
        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted && result.Validation!.Phone == result.Phone);
        stub.Wire.Requests.Select(static request => JsonNode.Parse(request.Body!)!["phones"]!.AsArray().Count).Should().Equal(500, 500, 3);
        stub.Wire.Requests[0].Address.AbsolutePath.Should().Be("/api/v1/phone/validate/batch");
    }

    [Fact]
    public async Task ValidateManyAsync_ItemsThatFail_HaveTheirCode()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200,
            """
            { "results": [ { "phone": "1", "valid": true, "disposition": "ok" },
                           { "phone": "2", "error": "Bad number", "code": "invalid_phone", "message": "too short" },
                           { "phone": "3" } ],
              "summary": { "total": 3, "ok": 1, "errors": 1, "total_cost": 0.003 } }
            """));

        var results = await ValidateAsync(stub, ["1", " ", "2", "3"]);

        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Accepted, SendOutcome.NotSent, SendOutcome.Rejected, SendOutcome.Unknown);
        results[1].Failure.Should().BeOfType<TracklyValidationException>();
        (results[2].ErrorCode, results[2].ErrorMessage).Should().Be((TracklyErrorCode.InvalidPhone, "Bad number"));
        JsonNode.Parse(stub.Sent.Body!)!["phones"]!.AsArray().Select(static phone => phone!.GetValue<string>()).Should().Equal("1", "2", "3");
    }

    [Fact]
    public async Task ValidateManyAsync_AnotherNumberOfResults_IsUnknownForAll()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, """{ "results": [ { "valid": true } ] }"""));

        (await ValidateAsync(stub, ["1", "2"])).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown && result.Validation == null && result.Failure == null);
    }

    [Fact]
    public async Task ValidateManyAsync_ACallFails_IsTheResultOfItsNumbersAndTheNextGoesOn()
    {
        using var stub = new StubbedClient(static wire => RespondToEach(wire.Responds(402, """{ "error": "Pay", "code": "payment_failed" }"""), 1));

        var results = await ValidateAsync(stub, Enumerable.Range(0, 501).Select(static index => $"{index}"));

        results.Take(500).Should().OnlyContain(static result => result.Outcome == SendOutcome.Rejected && result.Failure is TracklyApiException);
        results[500].Outcome.Should().Be(SendOutcome.Accepted);
    }

    [Fact]
    public async Task ValidateManyAsync_Canceled_Throws()
    {
        using var stub = new StubbedClient(static wire => wire.Stalls());
        using var cancellation = new CancellationTokenSource();
        var validating = ValidateAsync(stub, ["1"], cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => validating).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void ValidateManyAsync_BadArguments_ThrowAtOnce()
    {
        using var stub = new StubbedClient(static _ => { });

        stub.Client.Phones.Invoking(static phones => phones.ValidateManyAsync(null!)).Should().Throw<ArgumentNullException>().WithParameterName("phones");
        stub.Client.Phones.Invoking(static phones => phones.ValidateManyAsync(Enumerable.Repeat("1", 1).AsAsync(), options: new() { Timeout = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().WithParameterName("options");
    }

    private static Task<List<PhoneValidationResult>> ValidateAsync(StubbedClient stub, IEnumerable<string> phones, CancellationToken? cancellationToken = null) =>
        stub.Client.Phones.ValidateManyAsync(phones.AsAsync(), cancellationToken: cancellationToken ?? Canceled).CollectAsync();

    /// <summary>Responds to each call with as many results as it asks for.</summary>
    private static void RespondToEach(StubHandler wire, params int[] counts)
    {
        var start = 0;
        foreach (var count in counts)
        {
            var results = new JsonArray([.. Enumerable.Range(start, count).Select(static index => new JsonObject { ["phone"] = $"+1415{index:0000000}", ["disposition"] = "ok" })]);
            wire.Responds(200, new JsonObject { ["results"] = results }.ToJsonString());
            start += count;
        }
    }
}
