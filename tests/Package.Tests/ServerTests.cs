using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Package.Tests;

/// <summary>What a user's server does with the packages for servers.</summary>
public sealed class ServerTests
{
    private static readonly SendRequest Message = new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Hello" };

    [Fact]
    public async Task SendOnce_TheSameKeyTwice_IsSentOnce()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        var trackly = new FakeTracklyClient();
        using (var dataSource = SqliteFactory.Instance.CreateDataSource($"Data Source={file};Pooling=False"))
        {
            await using var provider = new ServiceCollection().AddSingleton<ITracklyClient>(trackly).AddTracklySendOnce(dataSource).BuildServiceProvider();
            var once = provider.GetRequiredService<ITracklySendOnce>();
            await once.EnsureSchemaAsync(TestContext.Current.CancellationToken);

            await once.SendAsync("order-1042", Message, TestContext.Current.CancellationToken);
            (await once.SendAsync("order-1042", Message, TestContext.Current.CancellationToken)).AlreadySent.Should().BeTrue();
        }

        trackly.Queued.Should().ContainSingle();
        File.Delete(file);
    }

    [Fact]
    public async Task ProblemDetails_OfALostResponse_SayThatItMayBeQueued()
    {
        var trackly = new FakeTracklyClient().ForNext().LosesTheAnswer();

        var failure = (await ((Func<Task>)(() => trackly.SendAsync(Message, TestContext.Current.CancellationToken))).Should().ThrowAsync<TracklyException>()).Which;

        failure.ToProblemDetails().Type.Should().Be(TracklyProblemDetailsExtensions.MessageMayBeQueuedType);
    }
}
