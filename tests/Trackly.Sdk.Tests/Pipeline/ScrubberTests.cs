using System.Text.Json.Nodes;
using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class ScrubberTests
{
    private static readonly SendRequest Request = new()
    {
        To = "+14155551234",
        ListNumber = "+18005551000",
        Body = "Dear Ann, your <b>blood test</b> of Monday is ready.",
        ContactData = new ContactData
        {
            FirstName = "Ann",
            LastName = "O'Hara",
            Timezone = "Europe/Vienna",
            CustomFields = new() { ["diagnosis"] = "negative", ["account"] = 907, ["nested"] = new JsonObject { ["city"] = "Graz" }, ["vip"] = true },
        },
        Metadata = new() { ["order_id"] = "A-1042", ["surname"] = "김" },
    };

    [Theory]
    [InlineData("The number +14155551234 is blocked.", "The number *** is blocked.")]
    [InlineData("The number (415) 555-1234 is blocked.", "The number (***) ***-**** is blocked.")]
    [InlineData("list=%2B18005551000", "list=***")]
    [InlineData("Dear ANN, we cannot channel that.", "Dear ***, we cannot channel that.")]
    [InlineData("Mr O'Hara", "Mr ***")]
    [InlineData("Mr O&#39;Hara", "Mr ***")]
    [InlineData("Zone europe%2Fvienna is unknown", "Zone *** is unknown")]
    [InlineData("diagnosis: negative", "***: ***")]
    [InlineData("Account 907 in Graz", "*** *** in ***")]
    [InlineData("order_id=A-1042", "***=***")]
    [InlineData("Hello 김", "Hello ***")]
    [InlineData("The text 'Dear Ann, your <b>blood test</b> of Monday is ready.' is spam.", "The text '***' is spam.")]
    [InlineData("The text 'your <b>blood test...' is spam.", "The text '***...' is spam.")]
    [InlineData("Blocked: blood test&lt;/b&gt; of Monday", "Blocked: ***")]
    [InlineData("The key trk_live_abc is revoked.", "The key *** is revoked.")]
    [InlineData("true", "true")]
    [InlineData("The to field is not a valid E.164 phone number.", "The to field is not a valid E.164 phone number.")]
    public void Scrub_TextThatEchoesTheRequest_TakesTheEchoOut(string text, string scrubbed)
    {
        var scrubber = new Scrubber(Call(Request));

        scrubber.Scrub(text).Should().Be(scrubbed);
        scrubber.Finds(text).Should().Be(text != scrubbed);
    }

    [Fact]
    public void Scrub_LongText_IsCutAfterTheValuesAreOut() =>
        new Scrubber(Call(Request with { Body = new string('b', 2000) })).Scrub(new string('b', 2000) + new string('-', 5000)).Should().HaveLength(1000).And.NotContain("b");

    [Fact]
    public void Scrub_RequestOfVeryManyValues_ShowsNothing()
    {
        var metadata = new JsonObject();
        for (var i = 0; i < 600; i++)
            metadata[$"name{i}"] = $"value{i}";

        new Scrubber(Call(Request with { Metadata = metadata })).Scrub("anything").Should().Be("***");
    }

    [Fact]
    public void Scrub_DeepRequest_FindsTheDeepest()
    {
        var node = new JsonObject { ["name"] = "Flamingo" };
        for (var depth = 0; depth < 60; depth++)
            node = new JsonObject { ["deeper"] = node };

        new Scrubber(Call(Request with { Metadata = node })).Scrub("A Flamingo").Should().Be("A ***");
    }

    private static SendCall Call(SendRequest request)
    {
        var settings = new SendSettings(new TracklyClientOptions { ApiKey = "trk_live_abc" }, TimeProvider.System);
        var call = new SendCall(request, settings, new SendTelemetry(null, TimeProvider.System), TimeProvider.System, CancellationToken.None);
        call.BeginAttempt(settings);
        return call;
    }
}
