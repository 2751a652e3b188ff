using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>Which recipients a client texts under a policy, and that an unreadable policy blocks every message.</summary>
public sealed class TracklyRecipientPolicyTests
{
    private const string Other = "+14155550000";

    [Fact]
    public async Task SendAsync_NoPolicy_TextsEverybody() => (await SentToAsync(null)).Should().Be(Some.Recipient);

    [Theory]
    [InlineData(Some.Recipient)]
    [InlineData("+1415555*")]
    [InlineData("+1*")]
    public async Task SendAsync_RecipientIsAllowed_IsTexted(string entry) =>
        (await SentToAsync(new() { Allow = { Other, entry } })).Should().Be(Some.Recipient);

    [Theory]
    [InlineData(Other)]
    [InlineData("+1415555123")]
    [InlineData("+141555512345")]
    [InlineData("+1416*")]
    [InlineData("+141555512345*")]
    [InlineData("1415555*")]
    public async Task SendAsync_RecipientIsNotAllowed_IsBlocked(string entry) =>
        await IsBlockedAsync(new() { Allow = { entry } }, "The message was not sent. The recipient is not in RecipientPolicy.Allow.");

    [Fact]
    public async Task SendAsync_RecipientIsNeitherAmongTheNumbersNorTheirStarts_IsBlocked() =>
        await IsBlockedAsync(new() { Allow = { Other, "+1416*" } }, "The message was not sent. The recipient is not in RecipientPolicy.Allow.");

    [Fact]
    public async Task SendAsync_PolicyAllowsNoRecipient_BlocksAll() => await IsBlockedAsync(
        new(), "The message was not sent. RecipientPolicy allows nobody. Set RecipientPolicy.Allow or RecipientPolicy.RedirectTo.");

    [Fact]
    public async Task SendAsync_RedirectToNothing_BlocksAll() => await IsBlockedAsync(
        new() { RedirectTo = "" }, "The message was not sent. RecipientPolicy allows nobody. Set RecipientPolicy.Allow or RecipientPolicy.RedirectTo.");

    [Fact]
    public async Task SendAsync_BlockAll_WinsOverAllowAndRedirectTo() => await IsBlockedAsync(
        new() { BlockAll = true, Allow = { Some.Recipient }, RedirectTo = Other }, "The message was not sent. RecipientPolicy.BlockAll is true.");

    [Fact]
    public async Task SendAsync_RedirectTo_TextsThatNumberAlone() => (await SentToAsync(new() { RedirectTo = Other })).Should().Be(Other);

    [Fact]
    public async Task SendAsync_RedirectTo_LeavesTheAllowedAlone() =>
        (await SentToAsync(new() { RedirectTo = Other, Allow = { "+1415*" } })).Should().Be(Some.Recipient);

    [Fact]
    public async Task SendAsync_InvalidRequest_IsInvalidUnderAnyPolicy()
    {
        using var client = new ClientUnderTest(options => options.RecipientPolicy = new() { RedirectTo = Other });

        await client.FailAsync<TracklyValidationException>(Some.Request() with { To = "4155551234" });
    }

    [Fact]
    public async Task SendAsync_PolicyObjectIsChangedLater_IsTheOneOfTheOptions()
    {
        var policy = new TracklyRecipientPolicy();
        using var client = new ClientUnderTest(options => options.RecipientPolicy = policy);
        policy.Allow.Add(Some.Recipient);
        policy.RedirectTo = Other;

        await client.FailAsync<TracklyRecipientBlockedException>();
    }

    [Fact]
    public async Task ARead_TextsNobody_AndIsMadeUnderAnyPolicy()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, """{ "lists": [{ "id": 7 }] }"""), static options => options.RecipientPolicy = new() { BlockAll = true });

        (await stub.Client.Lists.ListAsync(cancellationToken: StubbedClient.Canceled)).Should().ContainSingle().Which.Id.Should().Be(7);
    }

    [Fact]
    public async Task AValidation_TextsNobody_AndKeepsItsNumberUnderAnyPolicy()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, """{ "phone": "+14155551234", "valid": true }"""), static options => options.RecipientPolicy = new() { RedirectTo = Other });

        await stub.Client.Phones.ValidateAsync(Some.Recipient, cancellationToken: StubbedClient.Canceled);

        stub.Sent.Body.Should().Be("""{"phone":"+14155551234"}""");
    }

    private static async Task<string> SentToAsync(TracklyRecipientPolicy? policy)
    {
        using var client = new ClientUnderTest(options => options.RecipientPolicy = policy);
        client.Wire.Accepts();

        await client.SendAsync();

        var body = client.Wire.Requests.Should().ContainSingle().Which.Body!;
        return new[] { Some.Recipient, Other }.Single(number => body.Contains($"\"to\":\"{number}\"", StringComparison.Ordinal));
    }

    private static async Task IsBlockedAsync(TracklyRecipientPolicy policy, string sentence)
    {
        using var client = new ClientUnderTest(options => options.RecipientPolicy = policy);
        client.Wire.Accepts();

        var blocked = await client.FailAsync<TracklyRecipientBlockedException>();

        blocked.Message.Should().Be(sentence);
        blocked.Outcome.Should().Be(SendOutcome.NotSent);
        blocked.Attempts.Should().BeEmpty();
        client.Wire.Requests.Should().BeEmpty();
    }
}
