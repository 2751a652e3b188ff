using System.Net;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class TracklyWebhookHandlerTests
{
    [Fact]
    public async Task Handlers_OfTheContainer_AreCalledInOrder_EachRequestInAScopeOfItsOwn()
    {
        var calls = new List<(string Handler, Guid Scope)>();
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services
                .AddSingleton(calls)
                .AddScoped<ScopeId>()
                .AddScoped<ITracklyWebhookHandler, First>()
                .AddScoped<ITracklyWebhookHandler, Second>()
                .AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret),
            static app => app.MapTracklyWebhooks(WebhookHost.Pattern));

        await host.PostAsync(WebhookSamples.Delivery);
        await host.PostAsync(WebhookSamples.Reply);

        calls.Select(static call => call.Handler).Should().Equal("First", "Second", "First", "Second");
        calls.Select(static call => call.Scope).Distinct().Should().HaveCount(2);
        calls[0].Scope.Should().Be(calls[1].Scope);
    }

    [Fact]
    public async Task Handler_ThatTheContainerCannotBuild_Is500()
    {
        await using var host = await WebhookHost.StartAsync(
            static builder => builder.Services
                .AddScoped<ITracklyWebhookHandler, First>()
                .AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret),
            static app => app.MapTracklyWebhooks(WebhookHost.Pattern));

        (await host.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task NoHandler_KeepsTheApplicationFromStarting()
    {
        var starting = () => WebhookHost.StartAsync(
            static builder => builder.Services.AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret),
            static app => app.MapTracklyWebhooks(WebhookHost.Pattern));

        (await starting.Should().ThrowAsync<InvalidOperationException>()).WithMessage("No ITracklyWebhookHandler is registered. Register one, *");
    }

    [Fact]
    public async Task Handler_IsNotCanceled_WhenTheCallerDisconnects()
    {
        await using var host = await WebhookHost.StartAsync();
        var (entered, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ended = new TaskCompletionSource<bool>();
        host.OnEvent = async (_, cancellationToken) =>
        {
            entered.SetResult();
            await released.Task;
            ended.SetResult(cancellationToken.IsCancellationRequested);
        };
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var content = new StringContent(WebhookSamples.Delivery);

        var posting = host.Client.PostAsync(new Uri($"/webhooks/trackly/{WebhookHost.Secret}", UriKind.Relative), content, caller.Token);
        await entered.Task;
        await caller.CancelAsync();
        await FluentActions.Awaiting(() => posting).Should().ThrowAsync<OperationCanceledException>();
        released.SetResult();

        (await ended.Task).Should().BeFalse();
    }

    [Fact]
    public async Task Handler_IsCanceled_WhenTheHostStops_AndTracklyIsToldToRepeat()
    {
        await using var host = await WebhookHost.StartAsync();
        var entered = new TaskCompletionSource();
        host.OnEvent = (_, cancellationToken) =>
        {
            entered.SetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var posting = host.PostAsync(WebhookSamples.Delivery);
        await entered.Task;
        var stopping = host.App.StopAsync(TestContext.Current.CancellationToken);

        (await posting).Should().Be(HttpStatusCode.ServiceUnavailable);
        await stopping;
        host.OwnLog.Select(static record => record.Id.Name).Should().Equal("Stopping");
    }

    private sealed class ScopeId
    {
        public Guid Value { get; } = Guid.NewGuid();
    }

    private sealed class First(List<(string Handler, Guid Scope)> calls, ScopeId scope) : ITracklyWebhookHandler
    {
        public Task HandleAsync(TracklyWebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            calls.Add((nameof(First), scope.Value));
            return Task.CompletedTask;
        }
    }

    private sealed class Second(List<(string Handler, Guid Scope)> calls, ScopeId scope) : ITracklyWebhookHandler
    {
        public Task HandleAsync(TracklyWebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            calls.Add((nameof(Second), scope.Value));
            return Task.CompletedTask;
        }
    }
}
