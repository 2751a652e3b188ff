using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Package.Library;

/// <summary>Uses every kind of member whose signature holds a type that .NET carries and .NET Standard gets from elsewhere: init-only properties, clocks, JSON, logs, services.</summary>
public static class Reminders
{
    private static readonly SendRequest Request = new()
    {
        To = "+14155551234",
        ListNumber = "+18005551000",
        Body = "Your appointment is tomorrow.",
        ContactData = new() { FirstName = "Ada" },
    };

    private static readonly SendResponse Response = new()
    {
        MessageId = "Na1T6x7o",
        Status = MessageStatus.Queued,
        Attempts = [new SendAttempt { Number = 1, Progress = AttemptProgress.Answered, Outcome = SendOutcome.Accepted }],
    };

    public static SendRequest CreateRequest() => Request with { WrapLinks = true };

    public static SendRawRequest CreateRawRequest() => new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Your appointment is tomorrow.", SkipListRateLimit = true };

    public static SendResponse CreateResponse() => Response with { Success = true };

    public static TracklyApiException CreateFailure() =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = (HttpStatusCode)429, ErrorCode = TracklyErrorCode.InvalidApiKey });

    public static FakeTracklyClient CreateFake() => new FakeTracklyClient().ForNext().LosesTheAnswer();

    public static TracklyClient CreateClient(Uri address) =>
        new(new TracklyClientOptions { ApiKey = "trk_package", BaseAddress = address }, NullLoggerFactory.Instance, TimeProvider.System);

    public static ServiceProvider CreateServices(Uri address)
    {
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = ("trk_package", address)).ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromMinutes(1));
        return services.BuildServiceProvider();
    }

    public static bool HasTrue(SendResponse response, string name) =>
        response.AdditionalProperties.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static Task<SendResponse> RemindAsync(ITracklyClient trackly, CancellationToken cancellationToken) =>
        trackly.SendAsync(CreateRequest(), new TracklyRequestOptions { RetryMode = TracklyRetryMode.AtMostOnce, Timeout = TimeSpan.FromSeconds(20) }, cancellationToken);

    public static IAsyncEnumerable<SendResult> RemindAllAsync(ITracklyClient trackly, CancellationToken cancellationToken) =>
        trackly.SendManyAsync(ReadAsync(), cancellationToken: cancellationToken);

    private static async IAsyncEnumerable<SendRequest> ReadAsync()
    {
        await Task.Yield();
        yield return CreateRequest();
    }
}
