using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Contacts, lists and phones of the fake, and the script of their calls.</summary>
public sealed class FakeTracklyClientResourcesTests
{
    private static readonly UpsertContactRequest Contact = new(Some.Recipient, Some.ListNumber);

    private readonly FakeTracklyClient _fake = new();

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_LiveAsLongAsTheFake()
    {
        (await _fake.Contacts.UpsertAsync(Contact with { CustomFields = new() { ["a"] = "b" } }, Canceled)).IsNewContact.Should().BeTrue();
        (await _fake.Contacts.UnsubscribeAsync(Some.Recipient, Some.ListNumber, Canceled)).Unsubscribed.Should().BeTrue();
        var contact = await _fake.Contacts.GetAsync(Some.Recipient, Canceled);

        contact!.Lists.Should().ContainSingle().Which.Active.Should().BeFalse();
        contact.Lists[0].CustomFields.Should().Contain("a", "b");
        (await _fake.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync()).Should().ContainSingle();
        (await _fake.Lists.ListAsync(cancellationToken: Canceled)).Should().ContainSingle().Which.PhoneNumber.Should().Be(Some.ListNumber);
        (await _fake.Phones.ValidateAsync("(415) 555-1234", cancellationToken: Canceled)).Disposition.Should().Be(PhoneDisposition.Ok);
        _fake.Calls.Select(static call => $"{call.Method} {call.Path}").Should().Equal(
            "POST v2/contacts", "DELETE v2/contacts", "GET v2/contacts/+14155551234", "GET v2/contacts", "GET v2/lists", "POST v1/phone/validate");
    }

    [Fact]
    public async Task ForNext_IsForTheNextRequestOfAnyKind()
    {
        _fake.ForNext().RespondsWith(HttpStatusCode.BadGateway).ForNext().LosesTheAnswer().ForNext().DoesNotSend().ForNext().RespondsUnreadably();

        (await FailAsync<TracklyServerException>()).Outcome.Should().Be(SendOutcome.Unknown);
        (await FailAsync<TracklyConnectionException>()).Outcome.Should().Be(SendOutcome.Unknown);
        (await FailAsync<TracklyConnectionException>()).Outcome.Should().Be(SendOutcome.NotSent);
        (await FailAsync<TracklyResponseException>()).Outcome.Should().Be(SendOutcome.Unknown);

        (await _fake.Contacts.UpsertAsync(Contact, Canceled)).IsNewContact.Should().BeFalse("the second and the fourth call had their effect");
    }

    [Fact]
    public async Task WhenCalled_ACallThatMeetsTheCondition_GetsItsLine()
    {
        _fake.WhenCalled(static call => call.Path == "v2/contacts" && call.Body.Contains(Some.Recipient)).Rejects(TracklyErrorCode.ListNotFound);

        (await FailAsync<TracklyListNotFoundException>()).Outcome.Should().Be(SendOutcome.Rejected);
        await _fake.Contacts.UpsertAsync(Contact with { PhoneNumber = "+14150000000" }, Canceled);
        await _fake.SendAsync(Some.Request(), Canceled);

        (await _fake.Contacts.GetAsync(Some.Recipient, Canceled)).Should().BeNull();
    }

    [Fact]
    public async Task UpdateFieldsAsync_NoSuchContact_IsTheDocumentedErrorAndUsesUpNoLine()
    {
        _fake.ForNext().RespondsWith(HttpStatusCode.BadGateway);
        var update = () => _fake.Contacts.UpdateFieldsAsync(new UpdateContactFieldsRequest(Some.Recipient, Some.ListNumber, new() { ["a"] = 1 }), Canceled);

        (await update.Should().ThrowExactlyAsync<TracklyInvalidRequestException>()).Which.ErrorCode.Should().Be(TracklyErrorCode.ContactNotFound);
        await FailAsync<TracklyServerException>();
    }

    [Fact]
    public async Task ImportAsync_OneCallFails_IsTheResultOfItsContacts()
    {
        _fake.ForNext().RespondsWith(HttpStatusCode.BadGateway);

        var results = await _fake.Contacts.ImportAsync(Enumerable.Range(0, 1_500).Select(static index => Contact with { PhoneNumber = $"+1415{index:0000000}" }).AsAsync(), cancellationToken: Canceled)
            .CollectAsync();

        results.Count(static result => result.Outcome == SendOutcome.Unknown).Should().Be(1_000);
        results.Count(static result => result.Outcome == SendOutcome.Accepted).Should().Be(500);
    }

    [Fact]
    public async Task Hangs_TheCallerCancels_SaysWhatBecameOfTheChange()
    {
        _fake.ForAll().Hangs();
        using var cancellation = new CancellationTokenSource();
        var upsert = _fake.Contacts.UpsertAsync(Contact, cancellation.Token);

        await cancellation.CancelAsync();

        (await FluentActions.Awaiting(() => upsert).Should().ThrowExactlyAsync<TracklyCanceledException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddFakeTrackly_ReplacesEveryResource(bool isLast)
    {
        var services = new ServiceCollection();
        if (!isLast)
            services.AddFakeTrackly(_fake).AddKeyedFakeTrackly("europe", _fake);
        services.AddTrackly(static options => options.ApiKey = Some.Key);
        services.AddKeyedTrackly("europe", static options => options.ApiKey = Some.Key);
        if (isLast)
            services.AddFakeTrackly(_fake).AddKeyedFakeTrackly("europe", _fake);
        using var provider = services.BuildServiceProvider();

        provider.GetServices<ITracklyContacts>().Should().ContainSingle().Which.Should().BeSameAs(_fake.Contacts);
        provider.GetServices<ITracklyLists>().Should().ContainSingle().Which.Should().BeSameAs(_fake.Lists);
        provider.GetServices<ITracklyPhones>().Should().ContainSingle().Which.Should().BeSameAs(_fake.Phones);
        provider.GetRequiredKeyedService<ITracklyContacts>("europe").Should().BeSameAs(_fake.Contacts);
        provider.GetRequiredKeyedService<ITracklyLists>("europe").Should().BeSameAs(_fake.Lists);
        provider.GetRequiredKeyedService<ITracklyPhones>("europe").Should().BeSameAs(_fake.Phones);
    }

    private async Task<T> FailAsync<T>()
        where T : Exception => (await FluentActions.Awaiting(() => _fake.Contacts.UpsertAsync(Contact, Canceled)).Should().ThrowExactlyAsync<T>()).Which;
}
