using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary><c>POST v2/contacts</c>, from the request on the wire to the response.</summary>
public sealed class UpsertContactTests
{
    private const string Documented =
        """
        { "success": true, "contact_id": "65f1a2b3c4d5e6f7a8b9c0d1", "list_contact_id": "65f1a2b3c4d5e6f7a8b9c0d2", "is_new_contact": true, "is_new_list_contact": true,
          "journeys_enrolled": 1 }
        """;

    private static readonly UpsertContactRequest Request = new(Some.Recipient, Some.ListNumber);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UpsertAsync_EveryProperty_HasItsNameOfTheContract()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(201, Documented));

        await stub.Client.Contacts.UpsertAsync(
            Request with
            {
                UseJourneys = true,
                SkipJourneyIfExists = false,
                SignupDate = new DateTimeOffset(2025, 3, 15, 16, 30, 0, TimeSpan.FromHours(2)),
                IpAddress = "203.0.113.7",
                Url = "https://example.com/sms?a=1&b=\"2\"",
                CustomFields = new() { ["first_name"] = "Ada", ["visits"] = 3, ["vip"] = true, ["score"] = 0.5 },
                UseValidation = true,
                AdditionalFields = new() { ["traffic_source"] = "adwords", ["nested"] = new Dictionary<string, object?> { ["a"] = null } },
            },
            Canceled);

        stub.Sent.Method.Should().Be(HttpMethod.Post);
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/contacts");
        JsonNode.DeepEquals(JsonNode.Parse(stub.Sent.Body!), JsonNode.Parse(
            """
            { "phone_number": "+14155551234", "list_number": "+18005551000", "use_journeys": true, "skip_journey_if_exists": false, "signup_date": "2025-03-15T14:30:00Z",
              "ip_address": "203.0.113.7", "url": "https://example.com/sms?a=1&b=\"2\"", "custom_fields": { "first_name": "Ada", "visits": 3, "vip": true, "score": 0.5 },
              "use_validation": true, "traffic_source": "adwords", "nested": { "a": null } }
            """)).Should().BeTrue(stub.Sent.Body);
    }

    [Fact]
    public async Task UpsertAsync_OnlyWhatIsRequired_LeavesTheRestOut()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));

        await stub.Client.Contacts.UpsertAsync(Request, new TracklyRequestOptions(), Canceled);

        stub.Sent.Body.Should().Be("""{"phone_number":"+14155551234","list_number":"+18005551000"}""");
    }

    [Fact]
    public async Task UpsertAsync_DocumentedResponse_IsReturned()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented.Replace("}", """, "warnings": ["slow carrier"], "validation": { "cached": true } }""")));

        var response = await stub.Client.Contacts.UpsertAsync(Request, Canceled);

        (response with { Attempts = [], AdditionalProperties = new UpsertContactResponse().AdditionalProperties }).Should().Be(new UpsertContactResponse
        {
            ContactId = "65f1a2b3c4d5e6f7a8b9c0d1",
            ListContactId = "65f1a2b3c4d5e6f7a8b9c0d2",
            IsNewContact = true,
            IsNewListContact = true,
            JourneysEnrolled = 1,
        });
        response.Attempts.Should().ContainSingle();
        response.AdditionalProperties.Keys.Should().BeEquivalentTo("warnings", "validation");
    }

    [Theory]
    [InlineData(null, false, 2)]
    [InlineData(false, false, 2)]
    [InlineData(true, false, 1)]
    [InlineData(null, true, 1)]
    public async Task UpsertAsync_TheResponseIsLost_IsRepeatedUnlessItMayText(bool? useJourneys, bool hasAdditionalFields, int requests)
    {
        using var stub = new StubbedClient(static wire => wire.LosesTheResponse().Responds(200, Documented));
        var request = Request with { UseJourneys = useJourneys, AdditionalFields = hasAdditionalFields ? new() { ["traffic_source"] = "adwords" } : null };
        var upsert = () => stub.Client.Contacts.UpsertAsync(request, Canceled);

        if (requests == 1)
            (await upsert.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Message.Should().Contain("a journey may text the contact");
        else
            (await upsert()).Attempts.Should().HaveCount(2);

        stub.Wire.Requests.Should().HaveCount(requests);
    }

    [Fact]
    public async Task UpsertAsync_RecipientPolicy_HoldsForContactsThatEnterJourneysAlone()
    {
        using var blocked = new StubbedClient(static wire => wire.Responds(200, Documented), static options => options.RecipientPolicy = new() { BlockAll = true });
        using var redirected = new StubbedClient(static wire => wire.Responds(200, Documented), static options => options.RecipientPolicy = new() { RedirectTo = "+14155550000" });
        var upsert = () => blocked.Client.Contacts.UpsertAsync(Request with { UseJourneys = true }, Canceled);

        await upsert.Should().ThrowExactlyAsync<TracklyRecipientBlockedException>();
        await blocked.Client.Contacts.UpsertAsync(Request, Canceled);
        await redirected.Client.Contacts.UpsertAsync(Request with { UseJourneys = true }, Canceled);

        blocked.Sent.Body.Should().Contain(Some.Recipient);
        redirected.Sent.Body.Should().Contain("+14155550000").And.NotContain(Some.Recipient);
    }

    [Fact]
    public async Task UpsertAsync_SeveralErrors_AreReportedAtOnce()
    {
        using var stub = new StubbedClient(static _ => { });
        var request = new UpsertContactRequest("4155551234", " ")
        {
            Url = "\ud800",
            CustomFields = new() { ["tags"] = new[] { "a" }, ["address"] = new Dictionary<string, object?>(), ["nothing"] = null, ["name"] = "Ada" },
            AdditionalFields = new() { ["use_validation"] = true },
        };
        var upsert = () => stub.Client.Contacts.UpsertAsync(request, Canceled);

        var errors = (await upsert.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors;

        errors.Select(static error => (error.Field, error.Code)).Should().Equal(
            ("phone_number", TracklyErrorCode.InvalidPhone),
            ("list_number", TracklyErrorCode.MissingListNumber),
            ("url", TracklyErrorCode.InvalidJson),
            ("additional_fields.use_validation", TracklyErrorCode.InvalidJson),
            ("custom_fields.tags", TracklyErrorCode.InvalidCustomFields),
            ("custom_fields.address", TracklyErrorCode.InvalidCustomFields),
            ("custom_fields.nothing", TracklyErrorCode.InvalidCustomFields));
        errors[4].Message.Should().Be("'custom_fields.tags' is a sequence: Trackly takes strings, numbers and booleans as custom fields.");
        stub.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task UpsertAsync_AFieldWithoutAJsonForm_IsNamed()
    {
        using var stub = new StubbedClient(static _ => { });

        foreach (var value in new object[] { double.NaN, "half \ud800", new object() })
        {
            var upsert = () => stub.Client.Contacts.UpsertAsync(Request with { CustomFields = new() { ["score"] = value } }, Canceled);

            (await upsert.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Should().ContainSingle().Which.Field.Should().Be("custom_fields.score");
        }
    }

    [Fact]
    public async Task UpsertAsync_FieldsThatBecomeSimpleValues_AreTaken()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));

        await stub.Client.Contacts.UpsertAsync(
            Request with
            {
                CustomFields = new()
                {
                    ["day"] = DayOfWeek.Friday,
                    ["id"] = Guid.Empty,
                    ["json"] = JsonSerializer.SerializeToElement(7),
                    ["at"] = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
                },
            },
            Canceled);

        JsonNode.Parse(stub.Sent.Body!)!["custom_fields"]!.ToJsonString().Should().Contain("Friday").And.Contain("7");
    }

    [Theory]
    [InlineData(3_915, true)]
    [InlineData(3_916, false)]
    public async Task UpsertAsync_AContactOf4000Bytes_IsTheLargest(int length, bool isTaken)
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));
        var request = Request with { CustomFields = new() { ["n"] = new string('x', length) } };
        var upsert = () => stub.Client.Contacts.UpsertAsync(request, Canceled);

        if (isTaken)
        {
            await upsert();
            stub.Sent.Body.Should().HaveLength(4_000);
        }
        else
        {
            (await upsert.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Should().ContainSingle().Which.Message
                .Should().Be("The contact has 4,001 bytes as JSON, and Trackly takes 4,000: shorten or leave out custom fields.");
        }
    }

    [Theory]
    [InlineData(413, "payload_too_large", typeof(TracklyPayloadTooLargeException))]
    [InlineData(402, "no_payment_method", typeof(TracklyApiException))]
    [InlineData(400, "list_not_found", typeof(TracklyListNotFoundException))]
    [InlineData(400, "invalid_phone", typeof(TracklyInvalidRequestException))]
    [InlineData(401, "unauthorized", typeof(TracklyAuthenticationException))]
    [InlineData(500, "internal_error", typeof(TracklyServerException))]
    [InlineData(200, null, typeof(TracklyApiException))]
    public async Task UpsertAsync_AnError_IsItsException(int status, string? code, Type type)
    {
        using var stub = new StubbedClient(
            wire => wire.Responds(status, $$"""{ "success": false, "error": "No", "code": {{JsonSerializer.Serialize(code)}} }"""), static options => options.Retry.MaxRetryAttempts = 0);
        var upsert = () => stub.Client.Contacts.UpsertAsync(Request, Canceled);

        var exception = (await upsert.Should().ThrowAsync<TracklyApiException>()).Which;

        exception.Should().BeOfType(type);
        exception.ErrorCode.Should().Be(code is null ? null : new TracklyErrorCode(code));
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    [InlineData("{}")]
    [InlineData("""{ "success": null, "contact_id": 7 }""")]
    public async Task UpsertAsync_NoContact_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));
        var upsert = () => stub.Client.Contacts.UpsertAsync(Request, Canceled);

        (await upsert.Should().ThrowExactlyAsync<TracklyResponseException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public void Requests_ThroughJson_AreTheSame()
    {
        var request = Request with { UseJourneys = true, SignupDate = DateTimeOffset.UnixEpoch, CustomFields = new() { ["a"] = "b", ["n"] = 1 }, AdditionalFields = new() { ["x"] = true } };
        var change = new UpdateContactFieldsRequest(Some.Recipient, Some.ListNumber, new() { ["a"] = "b" }) { MergeFields = false };

        JsonSerializer.Deserialize<UpsertContactRequest>(JsonSerializer.Serialize(request)).Should().Be(request);
        JsonSerializer.Deserialize<UpdateContactFieldsRequest>(JsonSerializer.Serialize(change)).Should().Be(change);
        request.Should().NotBe(request with { CustomFields = new() { ["a"] = "c", ["n"] = 1 } });
    }

    [Fact]
    public async Task EachCall_NoRequest_IsAnArgumentException()
    {
        using var stub = new StubbedClient(static _ => { });
        var upsert = () => stub.Client.Contacts.UpsertAsync(null!, Canceled);
        var update = () => stub.Client.Contacts.UpdateFieldsAsync(null!, Canceled);

        await upsert.Should().ThrowAsync<ArgumentNullException>().WithParameterName("request");
        await update.Should().ThrowAsync<ArgumentNullException>().WithParameterName("request");
    }
}
