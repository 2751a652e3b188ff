using System.Collections.Concurrent;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>The rules of docs/webhooks.md: whatever the order and however often events arrive, the same states remain.</summary>
public sealed class OutOfOrderTests
{
    private const int Orders = 60;
    private static readonly string[] Statuses = ["queued", "sent", "pending", "expired", "delivered", "teleported"];

    private static readonly SendRequest Message = new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Your parcel is here." };

    private readonly ConcurrentDictionary<string, DeliveryStatus> _states = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new();

    [Fact]
    public async Task States_AreTheSame_InEveryOrder_WithEveryEventTwice()
    {
        await using var host = await WebhookHost.StartAsync();
        host.OnEvent = KeepAsync;

        for (var seed = 0; seed < Orders; seed++)
        {
            var events = Statuses.Concat(Statuses).Select(status => Report($"m{seed}", status)).ToArray();
            new Random(seed).Shuffle(events);
            await Task.WhenAll(events.Select(report => host.PostAsync(report)));
        }

        _states.Values.Should().HaveCount(Orders).And.OnlyContain(static status => status == DeliveryStatus.Delivered);
        _seen.Should().HaveCount(Orders * Statuses.Length);
    }

    [Fact]
    public async Task Report_ThatArrivesBeforeTheSendHasReturned_IsFoundByItsId()
    {
        await using var host = await WebhookHost.StartAsync();
        host.OnEvent = KeepAsync;
        var fake = new FakeTracklyClient();
        fake.ForNext().Accepts("AbC12345");

        await host.PostAsync(Report("AbC12345", "delivered"));
        var sent = await fake.SendAsync(Message, TestContext.Current.CancellationToken);

        _states[sent.MessageId].Should().Be(DeliveryStatus.Delivered);
    }

    [Fact]
    public async Task Report_OfASendWhoseOutcomeIsUnknown_SaysThatItWasQueued()
    {
        await using var host = await WebhookHost.StartAsync();
        host.OnEvent = KeepAsync;
        var fake = new FakeTracklyClient();
        fake.ForNext().LosesTheAnswer();
        await FluentActions.Awaiting(() => fake.SendAsync(Message, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<TracklyConnectionException>().Where(static failure => failure.Outcome == SendOutcome.Unknown);

        await host.PostAsync(Report(fake.Queued.Single().MessageId, "delivered"));

        host.Received.OfType<DeliveryEvent>().Should().ContainSingle(
            static received => received.To == Message.To && received.ListNumber == Message.ListNumber);
    }

    private static string Report(string messageId, string status) => $$"""
        {"event":"delivery","message_id":"{{messageId}}","to":"+14155551234","list_number":"+18005551000","status":"{{status}}",
        "timestamp":"2024-01-15T10:30:00.000Z"}
        """;

    private Task KeepAsync(TracklyWebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        _seen[webhookEvent.DeduplicationKey] = true;
        if (webhookEvent is DeliveryEvent delivery)
            _states.AddOrUpdate(delivery.MessageId, delivery.Status, (_, current) => delivery.Status.Rank > current.Rank ? delivery.Status : current);
        return Task.CompletedTask;
    }
}
