using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>A source that fills one request object again for each row: each row counts as it was when it was read.</summary>
public sealed class ContactImportReuseTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_OneObjectForAllRows_AppliesTheRecipientPolicyToEachRowAsItWasRead()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(1)), static options => options.RecipientPolicy = new() { BlockAll = true });

        var results = await stub.Client.Contacts.ImportAsync(ReuseAsync(), cancellationToken: Canceled).CollectAsync();

        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.NotSent, SendOutcome.Accepted);
        results[0].Failure.Should().BeOfType<TracklyRecipientBlockedException>();
        var sent = JsonNode.Parse(stub.Sent.Body!)!["contacts"]!.AsArray().Should().ContainSingle().Which!;
        (sent["phone_number"]!.GetValue<string>(), sent["use_journeys"]!.GetValue<bool>()).Should().Be(("+14150000001", false));
    }

    [Fact]
    public async Task ImportAsync_OneObjectForAllRows_RedirectsTheRowThatEntersJourneys()
    {
        using var stub = new StubbedClient(
            static wire => wire.Responds(200, ContactImportTests.Count(2)), static options => options.RecipientPolicy = new() { RedirectTo = "+14155550000" });

        await stub.Client.Contacts.ImportAsync(ReuseAsync(), cancellationToken: Canceled).CollectAsync();

        JsonNode.Parse(stub.Sent.Body!)!["contacts"]!.AsArray().Select(static contact => contact!["phone_number"]!.GetValue<string>())
            .Should().Equal("+14155550000", "+14150000001");
    }

    [Fact]
    public async Task ImportAsync_OneObjectForAllRows_IsNotRepeatedWhenARowEntersJourneys()
    {
        using var stub = new StubbedClient(static wire => wire.LosesTheResponse().Responds(200, ContactImportTests.Count(2)));

        var results = await stub.Client.Contacts.ImportAsync(ReuseAsync(), cancellationToken: Canceled).CollectAsync();

        results.Should().HaveCount(2).And.OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        stub.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ImportAsync_OneObjectForAllRows_ReportsEachRowWithItsOwnValues()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(2)));

        var results = await stub.Client.Contacts.ImportAsync(ReuseAsync(), cancellationToken: Canceled).CollectAsync();

        results.Select(static result => result.Request!.PhoneNumber).Should().Equal("+14150000000", "+14150000001");
        results.Select(static result => result.Request!.CustomFields!["row"]).Should().Equal(0, 1);
        results.Select(static result => result.Request!.AdditionalFields!.Count).Should().Equal(1, 0);
    }

    private static async IAsyncEnumerable<UpsertContactRequest> ReuseAsync()
    {
        await Task.CompletedTask;
        var contact = new UpsertContactRequest("+14150000000", Some.ListNumber)
        {
            UseJourneys = true,
            CustomFields = new() { ["row"] = 0 },
            AdditionalFields = new() { ["tag"] = "x" },
        };
        yield return contact;
        (contact.PhoneNumber, contact.UseJourneys) = ("+14150000001", false);
        contact.CustomFields["row"] = 1;
        contact.AdditionalFields.Clear();
        yield return contact;
    }
}
