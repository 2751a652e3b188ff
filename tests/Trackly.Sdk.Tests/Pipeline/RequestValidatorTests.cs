using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The checks before sending, through the client: what is faulty never reaches the wire.</summary>
public sealed class RequestValidatorTests
{
    public static TheoryData<string?, string> FaultyNumbers => new()
    {
        { null, "is missing" },
        { "", "is missing" },
        { " \t\r\n ", "is missing" },
        { "14155551234", "does not start with +" },
        { " +14155551234", "does not start with +" },
        { "(415) 555-1234", "does not start with +" },
        { "tel:+14155551234", "does not start with +" },
        { "\uFF0B14155551234", "does not start with +" },
        { "0014155551234", "starts with 00 instead of +" },
        { "+", "has no digits" },
        { "+1 4155551234", "has a character that is not a digit" },
        { "+1-415-555-1234", "has a character that is not a digit" },
        { "+14155551234 ", "has a character that is not a digit" },
        { "+14155551234\n", "has a character that is not a digit" },
        { "+1415555CALL", "has a character that is not a digit" },
        { "+1\u200B4155551234", "has a character that is not a digit" },
        { "++14155551234", "has a character that is not a digit" },
        { "+1\uFF14155551234", "has a digit that is not one of 0 to 9" },
        { "+\u0661\u0664\u0661\u0665\u0665\u0665\u0661\u0662\u0663\u0664", "has a digit that is not one of 0 to 9" },
        { "+04155551234", "has a country code that starts with 0" },
        { "+0", "has a country code that starts with 0" },
        { "+1234567890123456", "has more than 15 digits" },
    };

    [Theory]
    [MemberData(nameof(FaultyNumbers))]
    public async Task SendAsync_FaultyTo_NamesTheFaultAndWhatIsRight(string? to, string fault)
    {
        var error = (await FaultsOf(Some.Request() with { To = to! })).Should().ContainSingle().Which;

        error.Code.Should().Be(string.IsNullOrWhiteSpace(to) ? TracklyErrorCode.MissingTo : TracklyErrorCode.InvalidPhone);
        error.Field.Should().Be("to");
        error.Message.Should().StartWith($"to {fault}").And.Contain("for example +14155551234");
        ShouldNotEcho(error.Message, to, "+14155551234");
    }

    [Theory]
    [MemberData(nameof(FaultyNumbers))]
    public async Task SendAsync_FaultyListNumber_NamesTheFaultAndWhatIsRight(string? listNumber, string fault)
    {
        var error = (await FaultsOf(Some.Request() with { ListNumber = listNumber! })).Should().ContainSingle().Which;

        error.Code.Should().Be(string.IsNullOrWhiteSpace(listNumber) ? TracklyErrorCode.MissingListNumber : TracklyErrorCode.InvalidListNumber);
        error.Field.Should().Be("list_number");
        error.Message.Should().StartWith($"list_number {fault}").And.Contain("for example +18005551000");
        ShouldNotEcho(error.Message, listNumber, "+18005551000");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\r\n\t\u00A0\u2003")]
    public async Task SendAsync_BodyWithoutText_IsMissing(string? body)
    {
        var error = (await FaultsOf(Some.Request() with { Body = body! })).Should().ContainSingle().Which;

        error.Should().Be(new TracklyValidationError(
            TracklyErrorCode.MissingBody, "body", "body is missing: set it to a text that is more than white space."));
    }

    [Fact]
    public async Task SendAsync_EverythingIsFaulty_SaysAllAtOnceInTheOrderOfTheFields()
    {
        var errors = await FaultsOf(new SendRequest { To = "0049151", ListNumber = null!, Body = " " });

        errors.Select(error => error.Code).Should().Equal(TracklyErrorCode.InvalidPhone, TracklyErrorCode.MissingListNumber, TracklyErrorCode.MissingBody);
        errors.Select(error => error.Field).Should().Equal("to", "list_number", "body");
    }

    [Fact]
    public async Task SendAsync_SeveralFaults_HasEverySentenceInTheMessage()
    {
        using var client = new ClientUnderTest();

        var exception = await client.FailAsync<TracklyValidationException>(new SendRequest { To = "", ListNumber = "123", Body = "" });

        exception.Message.Should().StartWith("The message was not sent: ").And.ContainAll(exception.Errors.Select(error => error.Message));
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Attempts.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_MetadataIsNotJson_IsRefusedLikeAnyOtherFault()
    {
        var error = (await FaultsOf(Some.Request() with { Metadata = new() { ["ratio"] = double.NaN } })).Should().ContainSingle().Which;

        error.Code.Should().Be(TracklyErrorCode.InvalidJson);
        error.Field.Should().Be("metadata");
    }

    [Fact]
    public async Task SendAsync_NullRequest_IsAnArgumentFault()
    {
        using var client = new TracklyClient(Some.Options());

        var send = () => client.SendAsync(null!, TestContext.Current.CancellationToken);

        (await send.Should().ThrowExactlyAsync<ArgumentNullException>()).WithParameterName("request");
    }

    [Theory]
    [InlineData("+1", "Hi")]
    [InlineData("+123456789012345", "Hi")]
    [InlineData("+999999999999999", "Hi")]
    [InlineData(Some.Recipient, ".")]
    [InlineData(Some.Recipient, "👍")]
    [InlineData(Some.Recipient, " leading and trailing ")]
    [InlineData(Some.Recipient, "\u200B")]
    public async Task SendAsync_UnusualButPossible_IsLeftToTrackly(string number, string body) =>
        (await SentBy(Some.Request() with { To = number, ListNumber = number, Body = body })).Should().Be(1);

    [Fact]
    public async Task SendAsync_LongText_IsLeftToTrackly() => (await SentBy(Some.Request() with { Body = new string('x', 10_000) })).Should().Be(1);

    private static async Task<IReadOnlyList<TracklyValidationError>> FaultsOf(SendRequest request)
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        var exception = await client.FailAsync<TracklyValidationException>(request);

        client.Wire.Requests.Should().BeEmpty("nothing is sent when the request is faulty");
        return exception.Errors;
    }

    private static async Task<int> SentBy(SendRequest request)
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        await client.SendAsync(request);
        return client.Wire.Requests.Count;
    }

    /// <summary>A value shorter than a number, such as a lone +, is in every sentence.</summary>
    private static void ShouldNotEcho(string message, string? value, string example)
    {
        if (value?.Trim().Length > 2)
            message.Replace($"for example {example}", "", StringComparison.Ordinal).Should().NotContain(value.Trim());
    }
}
