using System.Net;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Delivery reports, and how webhooks are posted and repeated.</summary>
public sealed class TracklyEmulatorWebhooksTests : EmulatorTest, IAsyncDisposable
{
    private readonly TestClock _clock = new();
    private WebhookReceiver? _receiver;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        if (_receiver is not null)
            await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task DeliveryReport_ComesAfterTheDelay_AsTheDocumentationShowsIt()
    {
        await ReceiveAsync();
        await Caller.SendMessageAsync();
        Emulator.Webhooks.All.Should().ContainSingle().Which.Should().Match<EmulatedWebhook>(webhook =>
            webhook.State == EmulatedWebhookState.Scheduled && webhook.NextAttemptAt == _clock.GetUtcNow() + TimeSpan.FromSeconds(1) && webhook.Json == null);
        Emulator.Messages[0].Status.Should().Be("queued");

        _clock.Advance(TimeSpan.FromSeconds(1));
        var webhook = await WaitAsync(1, EmulatedWebhookState.Accepted);

        _receiver!.Bodies.Should().Equal(webhook.Json);
        webhook.Json.Should().Be(
            """{"event":"delivery","message_id":"Na1T6x7o","to":"+14155551234","list_number":"+18005551000","status":"delivered","""
            + """ "status_detail":"DELIVERED_TO_HANDSET","provider":"infobip","timestamp":"2026-03-01T12:00:01.000Z"}""".TrimStart());
        webhook.Attempts.Should().ContainSingle().Which.Should().Match<EmulatedWebhookAttempt>(attempt => attempt.Status == 200 && attempt.Response == "" && attempt.Error == null);
        (Emulator.Messages[0].Status, Emulator.Messages[0].StatusDetail).Should().Be(("delivered", "DELIVERED_TO_HANDSET"));
        TracklyWebhookEvent.Parse(webhook.Json!).Should().BeOfType<DeliveryEvent>().Which.Status.Should().Be(DeliveryStatus.Delivered);
    }

    [Fact]
    public async Task AFailedWebhook_IsRepeatedAfter1_5_15_60And120Minutes_AndThenNoMore()
    {
        await ReceiveAsync();
        _receiver!.RespondWith(HttpStatusCode.InternalServerError, "no " + new string('x', 2_000));
        await Caller.SendMessageAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var (attempt, minutes) in ((int, int)[])[(1, 1), (2, 5), (3, 15), (4, 60), (5, 120)])
        {
            var webhook = await WaitAsync(1, EmulatedWebhookState.Scheduled, attempt);
            (webhook.NextAttemptAt - _clock.GetUtcNow()).Should().Be(TimeSpan.FromMinutes(minutes));
            _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMilliseconds(1));
            Emulator.Webhooks.All[0].State.Should().Be(EmulatedWebhookState.Scheduled);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var failed = await WaitAsync(1, EmulatedWebhookState.Failed, 6);
        failed.NextAttemptAt.Should().BeNull();
        failed.Attempts.Should().HaveCount(6).And.OnlyContain(attempt => attempt.Status == 500 && attempt.Response!.Length == 1_000 && !attempt.IsAccepted);
        _receiver.Bodies.Should().HaveCount(6).And.OnlyContain(body => body == failed.Json, "a repetition is the same event");
    }

    [Fact]
    public async Task SendNowAsync_RepeatsAnyWebhook_AndReturnsItsResponse()
    {
        await ReceiveAsync();
        _receiver!.RespondWith(HttpStatusCode.ServiceUnavailable);
        await Caller.SendMessageAsync();

        (await Emulator.Webhooks.SendNowAsync(1, Token)).State.Should().Be(EmulatedWebhookState.Scheduled);
        _receiver.RespondWith(HttpStatusCode.NoContent);
        (await Emulator.Webhooks.SendNowAsync(1, Token)).State.Should().Be(EmulatedWebhookState.Accepted);
        (await Emulator.Webhooks.SendNowAsync(1, Token)).AttemptCount.Should().Be(3);

        _receiver.Bodies.Should().HaveCount(3);
        await Emulator.Webhooks.Awaiting(webhooks => webhooks.SendNowAsync(2, Token)).Should().ThrowAsync<ArgumentException>().WithMessage("No webhook with this number is kept.*");
    }

    [Fact]
    public async Task SendAllNowAsync_EndsTheWaitOfEveryScheduledWebhook()
    {
        await ReceiveAsync();
        for (var number = 0; number < 40; number++)
            await Caller.SendMessageAsync($"Text {number}");

        var sent = await Emulator.Webhooks.SendAllNowAsync(Token);

        sent.Should().HaveCount(40).And.OnlyContain(webhook => webhook.State == EmulatedWebhookState.Accepted);
        Emulator.Messages.Should().OnlyContain(message => message.Status == "delivered");
        (await Emulator.Webhooks.SendAllNowAsync(Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task WithoutAnAddress_TheStatusChanges_AndNothingIsPosted()
    {
        for (var number = 0; number < 3_000; number++)
            await Caller.SendMessageAsync();

        _clock.Advance(TimeSpan.FromSeconds(1));
        await WaitLimit.UntilAsync(
            () => !Emulator.Webhooks.All.Any(webhook => webhook.State is EmulatedWebhookState.Scheduled or EmulatedWebhookState.Sending), "no webhook is scheduled any more");

        Emulator.Webhooks.All.Should().OnlyContain(webhook => webhook.State == EmulatedWebhookState.NotConfigured && webhook.Attempts.Count == 0);
        Emulator.Messages.Should().OnlyContain(message => message.Status == "delivered");
    }

    [Fact]
    public async Task ReportDelay_Null_MeansNoReport()
    {
        Emulator.Account.Delivery.ReportDelay = null;

        await Caller.SendMessageAsync();

        Emulator.Webhooks.All.Should().BeEmpty();
        Emulator.Messages[0].Status.Should().Be("queued");
    }

    [Fact]
    public async Task Statuses_FollowTheirWeights_AndTheSeed()
    {
        Emulator.Account.Delivery.Statuses = new Dictionary<string, int> { ["delivered"] = 3, ["undeliverable"] = 1, ["expired"] = 0 };
        for (var number = 0; number < 400; number++)
            await Caller.SendMessageAsync();
        await Emulator.Webhooks.SendAllNowAsync(Token);

        var statuses = Emulator.Messages.Select(message => message.Status).ToList();
        statuses.Should().OnlyContain(status => status == "delivered" || status == "undeliverable");
        statuses.Count(status => status == "undeliverable").Should().BeInRange(70, 130);

        Emulator.Reset();
        for (var number = 0; number < 400; number++)
            await Caller.SendMessageAsync();
        await Emulator.Webhooks.SendAllNowAsync(Token);
        Emulator.Messages.Select(message => message.Status).Should().Equal(statuses);
    }

    [Fact]
    public async Task ARedirect_IsAFailure_AndIsNotFollowed()
    {
        await ReceiveAsync();
        _receiver!.Respond = context =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await Caller.SendMessageAsync();

        var webhook = await Emulator.Webhooks.SendNowAsync(1, Token);

        webhook.Attempts.Should().ContainSingle().Which.Status.Should().Be(307);
        webhook.State.Should().Be(EmulatedWebhookState.Scheduled);
        _receiver.Paths.Should().Equal("/webhooks/trackly/a-secret");
    }

    [Fact]
    public async Task AnEndpointThatHangs_IsGivenUpAfterTenSeconds()
    {
        await ReceiveAsync();
        _receiver!.Respond = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await Caller.SendMessageAsync();
        var sending = Emulator.Webhooks.SendNowAsync(1, Token);
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(10));

        (await sending).Attempts.Should().ContainSingle().Which.Should().Match<EmulatedWebhookAttempt>(attempt =>
            attempt.Status == null && attempt.Error == "No response within 10 seconds." && attempt.Duration == TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task NobodyListens_IsAnErrorWithoutTheAddress()
    {
        Emulator.Account.Delivery.WebhookAddress = new Uri("http://127.0.0.1:1/webhooks/a-secret");
        await Caller.SendMessageAsync();

        var attempt = (await Emulator.Webhooks.SendNowAsync(1, Token)).Attempts.Should().ContainSingle().Subject;

        attempt.Status.Should().BeNull();
        attempt.Error.Should().NotBeNullOrEmpty().And.NotContain("secret");
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("relative")]
    [InlineData("http://user@localhost/")]
    public void WebhookAddress_OfAnotherKind_IsAnArgumentException(string address)
    {
        var set = () => Emulator.Account.Delivery.WebhookAddress = new Uri(address, UriKind.RelativeOrAbsolute);

        set.Should().Throw<ArgumentException>().WithMessage("The address must be absolute, start with http:// or https:// and have no user name*");
    }

    private async Task ReceiveAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        Emulator.Account.Delivery.WebhookAddress = _receiver.Address;
    }

    private async Task<EmulatedWebhook> WaitAsync(long id, EmulatedWebhookState state, int attempts = 0)
    {
        EmulatedWebhook? found = null;
        await WaitLimit.UntilAsync(
            () => (found = Emulator.Webhooks.All.FirstOrDefault(webhook => webhook.Id == id)) is not null && found.State == state && found.AttemptCount >= attempts,
            $"webhook {id} is {state} after {attempts} attempts");
        return found!;
    }
}
