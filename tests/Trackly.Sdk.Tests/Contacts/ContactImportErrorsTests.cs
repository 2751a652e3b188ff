using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>Which row of an import each error of the response belongs to. What is not certain is unknown, never accepted.</summary>
public sealed class ContactImportErrorsTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    /// <summary>Four rows, +14150000000 to +14150000003.</summary>
    [Theory]
    [InlineData(3, 1, """{ "index": 1, "phone_number": "+14150000000" }""", "UUUU")] // Counts from 1.
    [InlineData(3, 1, """{ "index": 4, "phone_number": "+14150000003" }""", "UUUU")]
    [InlineData(2, 2, """{ "index": 2 }, { "index": 4 }""", "UUUU")]
    [InlineData(2, 2, """{ "index": 2 }, { "index": -1 }""", "UUUU")]
    [InlineData(2, 2, """{ "index": 1, "phone_number": "+14150000001" }, { "index": 4 }""", "URUU")] // The number confirms the first.
    [InlineData(2, 2, """{ "phone_number": "+14150000001" }, { "index": 4 }""", "URUU")]
    [InlineData(3, 1, """{ "index": 1, "phone_number": "14150000001" }""", "ARAA")] // Without the plus sign.
    [InlineData(3, 1, """{ "phone_number": "14150000002" }""", "AARA")]
    [InlineData(3, 1, """{ "index": 1, "phone_number": "" }""", "ARAA")]
    [InlineData(4, 0, """{ "index": 1 }""", "UUUU")] // The counts do not know the error.
    [InlineData(4, 1, """{ "index": 1 }""", "UUUU")]
    [InlineData(int.MaxValue, int.MaxValue, """{ "index": 1 }""", "UUUU")]
    public async Task ImportAsync_ErrorsByIndexAndNumber_CountOnlyWhenTheyAgree(int accepted, int rejected, string errors, string expected)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, CreateBody(accepted, rejected, errors)));

        var results = await stub.Client.Contacts.ImportAsync(ContactImportTests.CreateMany(4), cancellationToken: Canceled).CollectAsync();

        string.Concat(results.Select(static result => $"{result.Outcome}"[0])).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{ "index": 0, "phone_number": "+14155550000", "code": "not_sendable" }""", "RA")]
    [InlineData("""{ "phone_number": "+14155550000", "code": "not_sendable" }""", "RA")]
    [InlineData("""{ "index": 0, "phone_number": "+14150000000", "code": "not_sendable" }""", "UU")]
    public async Task ImportAsync_TheRecipientPolicyRedirects_ComparesErrorsWithTheNumberThatWasSent(string error, string expected)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, CreateBody(1, 1, error)), static options => options.RecipientPolicy = new() { RedirectTo = "+14155550000" });
        UpsertContactRequest[] contacts = [new("+14150000000", Some.ListNumber) { UseJourneys = true }, new("+14150000001", Some.ListNumber)];

        var results = await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync();

        string.Concat(results.Select(static result => $"{result.Outcome}"[0])).Should().Be(expected);
        results.Select(static result => result.Request!.PhoneNumber).Should().Equal("+14150000000", "+14150000001");
    }

    [Fact]
    public async Task ImportAsync_AWrongIndexAndANumberThatTwoRowsHave_ConfirmsNoIndex()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreateBody(
            0, 2, """{ "index": 1, "phone_number": "+14155551234" }, { "index": 2, "phone_number": "+14155551234" }""")));
        UpsertContactRequest[] contacts = [new(Some.Recipient, Some.ListNumber), new(Some.Recipient, Some.ListNumber)];

        (await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync())
            .Should().HaveCount(2).And.OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
    }

    private static string CreateBody(int accepted, int rejected, string errors) =>
        $$"""{ "success_count": {{accepted}}, "error_count": {{rejected}}, "errors": [{{errors}}] }""";
}
