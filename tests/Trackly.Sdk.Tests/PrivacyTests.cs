using System.Net;
using System.Reflection;
using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>Logging an object shows no phone number, message body, metadata or key.</summary>
public sealed class PrivacyTests
{
    private const string Secret = "secret-4711";
    private const string Echo = "Cannot text +14155551234 (secret number 415-555-1234).";

    private static readonly string[] Private = [Some.Recipient, Some.ListNumber, Some.Text, Some.Key, Secret, "415-555-1234", "Ada", "Lovelace", "💊"];

    private static readonly TracklyErrorResponse Response = new()
    {
        StatusCode = HttpStatusCode.BadRequest,
        ErrorCode = new TracklyErrorCode("invalid_14155551234"),
        ErrorMessage = Echo,
        Detail = Echo,
        ResponseBody = $"{Echo} {Secret}",
    };

    private static readonly SendAttempt Attempt = new() { Number = 1, StatusCode = HttpStatusCode.BadRequest, Outcome = SendOutcome.Rejected };

    private static readonly SmsSegmentEstimate Estimate = SmsSegments.Measure($"{Some.Text} {Secret} 💊💊");

    private static readonly object[] Instances =
    [
        Some.Request() with { Metadata = new() { ["card"] = Secret }, ContactData = Contact() },
        new SendRequest { To = null!, ListNumber = null!, Body = null! },
        new SendRawRequest(Some.Recipient, Some.ListNumber, Some.Text) { Metadata = new() { ["card"] = Secret } },
        Contact(),
        new SendResponse
        {
            MessageId = "a1b2c3d4",
            AdditionalProperties = new Dictionary<string, JsonElement> { ["to"] = JsonSerializer.SerializeToElement(Some.Recipient) },
        },
        new UpsertContactRequest(Some.Recipient, Some.ListNumber) { IpAddress = Secret, Url = Secret, CustomFields = new() { [Secret] = Secret } },
        new UpsertContactRequest { PhoneNumber = null!, ListNumber = null! },
        new UpsertContactResponse { ContactId = Some.Recipient, ListContactId = Secret },
        new UpdateContactFieldsRequest(Some.Recipient, Some.ListNumber, new() { ["card"] = Secret }),
        new UpdateContactFieldsResponse { ListContactId = Some.Recipient, CustomFields = new() { ["card"] = Secret } },
        new UnsubscribeContactResponse { Unsubscribed = true },
        new Contact { PhoneNumber = Some.Recipient, Carrier = Secret, LineType = new ContactLineType(Secret) },
        new ContactMembership { ListNumber = Some.ListNumber, ListId = 42, CustomFields = new() { ["card"] = Secret }, SignupMethod = Secret },
        new ContactImportResult { Request = new UpsertContactRequest(Some.Recipient, Some.ListNumber), ErrorMessage = Echo, ErrorCode = new TracklyErrorCode(Secret) },
        new ContactImportProgress { Accepted = 1 },
        new ContactFilter { ListNumber = Some.ListNumber },
        new ContactPage { Contacts = [new Contact { PhoneNumber = Some.Recipient }] },
        new ContactImportOptions(),
        new TracklyList { Id = 42, PhoneNumber = Some.ListNumber, BrandName = Secret, ListName = Secret, Status = new TracklyListStatus(Secret) },
        new PhoneValidation { Phone = Some.Recipient, Carrier = Secret, LineType = new PhoneLineType(Secret), Disposition = new PhoneDisposition(Some.Recipient) },
        new PhoneValidationResult { Phone = Some.Recipient, ErrorMessage = Echo, ErrorCode = new TracklyErrorCode(Secret) },
        new SendResult(3, Some.Request(), SendOutcome.Unknown) { Failure = new TracklyResponseException("Cannot be read.", HttpStatusCode.OK, $"{Echo} {Secret}") },
        new BulkSendResponse { Results = [new SendResult(0, Some.Request(), SendOutcome.Accepted)] },
        new SendProgress { Started = 3 },
        Attempt,
        Response,
        TracklyApiException.Create(Response, new() { Outcome = SendOutcome.Rejected, Attempts = [Attempt] }),
        new TracklyResponseException("Cannot be read.", HttpStatusCode.OK, $"{Echo} {Secret}"),
        Some.Options(),
        new TracklyRetryOptions(),
        new TracklyRecipientPolicy { Allow = { Some.Recipient }, RedirectTo = Some.Recipient },
        new TracklyRecipientBlockedException("The recipient is not in RecipientPolicy.Allow."),
        new TracklyClient(Some.Options()),
        MessageStatus.Queued,
        TracklyErrorCode.InvalidPhone,
        new TracklyValidationError(TracklyErrorCode.InvalidPhone, "to", "to does not start with +."),
        Estimate,
        Estimate.ForcedUnicode[0],
    ];

    public static TheoryData<string> Types => [.. Instances.Select((instance, index) => $"{index} {instance.GetType().Name}")];

    [Theory]
    [MemberData(nameof(Types))]
    public void ToString_OfAPublicType_ShowsNothingPrivate(string type)
    {
        var instance = Instances[int.Parse(type.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];

        var text = instance.ToString();

        foreach (var secret in Private)
            text.Should().NotContain(secret);
    }

    [Fact]
    public void ToString_OfEveryPublicRecord_IsTestedHere() =>
        typeof(TracklyClient).Assembly.GetExportedTypes().Where(IsRecord).Should().NotBeEmpty().And.BeSubsetOf(Instances.Select(instance => instance.GetType()));

    [Fact]
    public void ToString_OfARequest_SaysWhatHelps() =>
        (Some.Request() with { Body = "0123456789" }).ToString().Should().Be("SendRequest { Body = 10 characters }");

    [Fact]
    public void ToString_OfAResponse_SaysIdStatusAndAttempts() =>
        new SendResponse { MessageId = "a1b2c3d4", Attempts = [Attempt] }.ToString()
            .Should().Be("SendResponse { MessageId = a1b2c3d4, Status = queued, Attempts = 1 }");

    [Fact]
    public void ToString_OfAnErrorResponse_SaysStatusAndCode() =>
        new TracklyErrorResponse { StatusCode = HttpStatusCode.NotFound, ErrorCode = TracklyErrorCode.ListNotFound }.ToString()
            .Should().Be("TracklyErrorResponse { StatusCode = 404, ErrorCode = list_not_found }");

    [Fact]
    public void ToString_OfAnEstimate_SaysItsNumbers() =>
        Estimate.ToString().Should().Be("SmsSegmentEstimate { Encoding = Ucs2, Segments = 1, Units = 67, UnitsPerSegment = 70, UnitsLeft = 3, ForcedUnicode = 1 }");

    [Fact]
    public void ToString_OfACharacter_SaysHowOftenAndWhere() =>
        Estimate.ForcedUnicode[0].ToString().Should().Be("SmsUnicodeCharacter { Occurrences = 2, FirstIndex = 63 }");

    private static ContactData Contact() => new() { FirstName = "Ada", LastName = "Lovelace", CustomFields = new() { ["card"] = Secret } };

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
}
