using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The records of messages are equal by their content.</summary>
public sealed class MessageEqualityTests
{
    private static readonly SendAttempt Attempt = new() { Number = 1, Outcome = SendOutcome.Accepted };

    /// <summary>For each record: a complete instance, created anew each time, and others that differ from it in one member.</summary>
    private static readonly Dictionary<string, (Func<object> Create, object[] Others)> Records = new()
    {
        [nameof(SendRequest)] = (CreateRequest,
        [
            CreateRequest() with { To = "+14155550199" },
            CreateRequest() with { ListNumber = "+18005559999" },
            CreateRequest() with { Body = "Bye" },
            CreateRequest() with { WrapLinks = null },
            CreateRequest() with { ContactData = new() { FirstName = "Bob" } },
            CreateRequest() with { ContactData = null },
            CreateRequest() with { Metadata = new() { ["order_id"] = "B" } },
            CreateRequest() with { Metadata = [] },
            CreateRequest() with { Metadata = null },
        ]),
        [nameof(SendRawRequest)] = (CreateRawRequest,
        [
            CreateRawRequest() with { To = "+14155550199" },
            CreateRawRequest() with { ListNumber = "+18005559999" },
            CreateRawRequest() with { Body = "Bye" },
            CreateRawRequest() with { SkipDuplicateCheck = true },
            CreateRawRequest() with { SkipListRateLimit = true },
            CreateRawRequest() with { SkipOptOutAndBlockListChecks = true },
            CreateRawRequest() with { SkipJourneyCheck = true },
            CreateRawRequest() with { Metadata = null },
        ]),
        [nameof(ContactData)] = (CreateContact,
        [
            CreateContact() with { FirstName = "Bob" },
            CreateContact() with { LastName = null },
            CreateContact() with { Timezone = "Europe/Rome" },
            CreateContact() with { CustomFields = new() { ["plan"] = "free" } },
        ]),
        [nameof(SendResponse)] = (CreateResponse,
        [
            CreateResponse() with { Success = false },
            CreateResponse() with { MessageId = "b2c3d4e5" },
            CreateResponse() with { Status = MessageStatus.Sent },
            CreateResponse() with { Attempts = [] },
            CreateResponse() with { Attempts = [Attempt with { Number = 2 }] },
            CreateResponse() with { AdditionalProperties = CreateProperties("segments", "3") },
            CreateResponse() with { AdditionalProperties = CreateProperties("parts", "2") },
            CreateResponse() with { AdditionalProperties = CreateProperties("segments", "2", "parts") },
        ]),
        [nameof(BulkSendResponse)] = (CreateBulkResponse,
        [
            CreateBulkResponse() with { QueuedCount = 2 },
            CreateBulkResponse() with { ErrorCount = 2 },
            CreateBulkResponse() with { Results = [] },
            CreateBulkResponse() with { Results = [new SendResult(0, CreateRequest(), SendOutcome.Unknown)] },
            CreateBulkResponse() with { Attempts = [] },
            CreateBulkResponse() with { Attempts = [Attempt with { Number = 2 }] },
        ]),
    };

    public static TheoryData<string> Names => [.. Records.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_TheSameContent_IsEqualWithTheSameHashCode(string record)
    {
        var (create, _) = Records[record];

        create().Equals(create()).Should().BeTrue();
        create().GetHashCode().Should().Be(create().GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_OneOtherMember_IsNotEqual(string record)
    {
        var (create, others) = Records[record];

        foreach (var other in others)
        {
            create().Equals(other).Should().BeFalse();
            other.Equals(create()).Should().BeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_Null_IsNotEqual(string record) => Records[record].Create().Equals(null).Should().BeFalse();

    [Theory]
    [MemberData(nameof(Names))]
    public void GetHashCode_DifferentContent_Differs(string record) =>
        Records[record].Others.Select(static other => other.GetHashCode()).Distinct().Should().HaveCountGreaterThan(2);

    private static SendRequest CreateRequest() => Some.Request() with { WrapLinks = true, ContactData = CreateContact(), Metadata = new() { ["order_id"] = "A" } };

    private static SendRawRequest CreateRawRequest() => new(Some.Recipient, Some.ListNumber, "Hi") { Metadata = new() { ["order_id"] = "A" } };

    private static ContactData CreateContact() =>
        new() { FirstName = "Ada", LastName = "Lovelace", Timezone = "Europe/London", CustomFields = new() { ["plan"] = "gold" } };

    private static SendResponse CreateResponse() => new("a1b2c3d4") { Attempts = [Attempt with { }], AdditionalProperties = CreateProperties("segments", "2") };

    private static BulkSendResponse CreateBulkResponse() => new()
    {
        QueuedCount = 1,
        ErrorCount = 0,
        Results = [new SendResult(0, CreateRequest(), SendOutcome.Accepted)],
        Attempts = [Attempt with { }],
    };

    private static Dictionary<string, JsonElement> CreateProperties(string name, string json, string? second = null)
    {
        using var document = JsonDocument.Parse(json);
        var properties = new Dictionary<string, JsonElement> { [name] = document.RootElement.Clone() };
        if (second is not null)
            properties[second] = document.RootElement.Clone();
        return properties;
    }
}
