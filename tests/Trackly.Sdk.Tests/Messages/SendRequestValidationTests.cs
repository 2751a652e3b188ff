using Trackly.Sdk.Messages;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The checks before sending, through the client: an invalid request never reaches the network.</summary>
public sealed class SendRequestValidationTests
{
    public static TheoryData<string?, string> InvalidNumbers => new()
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
        { "+14155551234\n", "has the invisible character U+000A" },
        { "+1415555CALL", "has a character that is not a digit" },
        { "+1\u200B4155551234", "has the invisible character U+200B" },
        { "\u202A+14155551234", "has the invisible character U+202A" },
        { "++14155551234", "has a character that is not a digit" },
        { "+1\uFF14155551234", "has a digit that is not one of 0 to 9" },
        { "+\u0661\u0664\u0661\u0665\u0665\u0665\u0661\u0662\u0663\u0664", "has a digit that is not one of 0 to 9" },
        { "+04155551234", "has a country code that starts with 0" },
        { "+0", "has a country code that starts with 0" },
        { "+1234567890123456", "has more than 15 digits" },
    };

    [Theory]
    [MemberData(nameof(InvalidNumbers))]
    public async Task SendAsync_InvalidTo_NamesTheProblemAndWhatIsRight(string? to, string problem)
    {
        var error = (await GetErrors(Some.Request() with { To = to! })).Should().ContainSingle().Which;

        error.Code.Should().Be(string.IsNullOrWhiteSpace(to) ? TracklyErrorCode.MissingTo : TracklyErrorCode.InvalidPhone);
        error.Field.Should().Be("to");
        error.Message.Should().StartWith($"'to' {problem}").And.Contain("for example +14155551234");
        ShouldNotEcho(error.Message, to, "+14155551234");
    }

    [Theory]
    [MemberData(nameof(InvalidNumbers))]
    public async Task SendAsync_InvalidListNumber_NamesTheProblemAndWhatIsRight(string? listNumber, string problem)
    {
        var error = (await GetErrors(Some.Request() with { ListNumber = listNumber! })).Should().ContainSingle().Which;

        error.Code.Should().Be(string.IsNullOrWhiteSpace(listNumber) ? TracklyErrorCode.MissingListNumber : TracklyErrorCode.InvalidListNumber);
        error.Field.Should().Be("list_number");
        error.Message.Should().StartWith($"'list_number' {problem}").And.Contain("for example +18005551000");
        ShouldNotEcho(error.Message, listNumber, "+18005551000");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\r\n\t\u00A0\u2003")]
    [InlineData("\u200B\u2060\uFEFF\u3164\u2800")]
    public async Task SendAsync_BodyWithoutVisibleText_IsMissing(string? body)
    {
        var error = (await GetErrors(Some.Request() with { Body = body! })).Should().ContainSingle().Which;

        error.Should().Be(new TracklyValidationError(
            TracklyErrorCode.MissingBody, "body", "'body' is missing: set it to a string with at least one visible character."));
    }

    [Fact]
    public async Task SendAsync_EverythingIsInvalid_ReportsAllAtOnceInTheOrderOfTheFields()
    {
        var errors = await GetErrors(new SendRequest { To = "0049151", ListNumber = null!, Body = " " });

        errors.Select(error => error.Code).Should().Equal(TracklyErrorCode.InvalidPhone, TracklyErrorCode.MissingListNumber, TracklyErrorCode.MissingBody);
        errors.Select(error => error.Field).Should().Equal("to", "list_number", "body");
    }

    [Fact]
    public async Task SendAsync_SeveralErrors_HasEverySentenceInTheMessage()
    {
        using var client = new ClientUnderTest();

        var exception = await client.FailAsync<TracklyValidationException>(new SendRequest { To = "", ListNumber = "123", Body = "" });

        exception.Message.Should().StartWith("Nothing was sent: ").And.ContainAll(exception.Errors.Select(error => error.Message));
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Attempts.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_MetadataIsNotJson_IsRefusedLikeAnyOtherError()
    {
        var error = (await GetErrors(Some.Request() with { Metadata = new() { ["ratio"] = double.NaN } })).Should().ContainSingle().Which;

        error.Code.Should().Be(TracklyErrorCode.InvalidJson);
        error.Field.Should().Be("metadata.ratio");
        error.Message.Should().Be("'metadata.ratio' is NaN, which JSON has no form for: use a finite number or null.");
    }

    [Theory]
    [InlineData("body")]
    [InlineData("contact_data.first_name")]
    [InlineData("contact_data.last_name")]
    [InlineData("contact_data.timezone")]
    public async Task SendAsync_HalfOfASurrogatePair_IsRefused(string field)
    {
        const string Half = "a\uD83Db";
        var request = field switch
        {
            "body" => Some.Request() with { Body = Half },
            "contact_data.first_name" => Some.Request() with { ContactData = new() { FirstName = Half } },
            "contact_data.last_name" => Some.Request() with { ContactData = new() { LastName = Half } },
            _ => Some.Request() with { ContactData = new() { Timezone = Half } },
        };

        (await GetErrors(request)).Should().ContainSingle().Which.Should().Be(new TracklyValidationError(
            TracklyErrorCode.InvalidJson, field, $"'{field}' has half of a surrogate pair, which would arrive as another character: remove it."));
    }

    [Fact]
    public async Task SendAsync_Over5Mb_IsRefusedWithTheSizeAndSendsNothing()
    {
        var error = (await GetErrors(Some.Request() with { Body = new string('x', 5 * 1024 * 1024) })).Should().ContainSingle().Which;

        (error.Code, error.Field).Should().Be((TracklyErrorCode.PayloadTooLarge, ""));
        error.Message.Should().Match("The request has 5,2??,??? bytes as JSON, metadata included, and Trackly takes 5 MB (5,242,880 bytes): send less.");
    }

    [Fact]
    public async Task SendAsync_ExactlyTheLimit_IsSentAndOneByteMoreIsNot()
    {
        const int Limit = 5 * 1024 * 1024;
        var rest = SendOperation.Instance.Serialize(Some.Request() with { Body = "" }).Length;

        (await CountSent(Some.Request() with { Body = new string('x', Limit - rest) })).Should().Be(1);
        (await GetErrors(Some.Request() with { Body = new string('x', Limit - rest + 1) })).Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_NullRequest_IsAnArgumentException()
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
    public async Task SendAsync_UnusualButPossible_IsLeftToTrackly(string number, string body) =>
        (await CountSent(Some.Request() with { To = number, ListNumber = number, Body = body })).Should().Be(1);

    [Fact]
    public async Task SendAsync_LongText_IsLeftToTrackly() => (await CountSent(Some.Request() with { Body = new string('x', 10_000) })).Should().Be(1);

    private static async Task<IReadOnlyList<TracklyValidationError>> GetErrors(SendRequest request)
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        var exception = await client.FailAsync<TracklyValidationException>(request);

        client.Wire.Requests.Should().BeEmpty("nothing is sent when the request is invalid");
        return exception.Errors;
    }

    private static async Task<int> CountSent(SendRequest request)
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
