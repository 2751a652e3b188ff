using System.Net;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>Creating the exceptions in a test of your own code: every omitted value has a sensible default.</summary>
public sealed class TracklyExceptionFamilyTests
{
    private static readonly TracklyErrorResponse Response = new() { StatusCode = HttpStatusCode.BadRequest };

    public static TheoryData<TracklyException, SendOutcome> Defaults => new()
    {
        { new TracklyApiException(Response), SendOutcome.Rejected },
        { new TracklyInvalidRequestException(Response), SendOutcome.Rejected },
        { new TracklyListNotFoundException(Response), SendOutcome.Rejected },
        { new TracklyWebhookNotConfiguredException(Response), SendOutcome.Rejected },
        { new TracklyAuthenticationException(Response), SendOutcome.Rejected },
        { new TracklyPermissionException(Response), SendOutcome.Rejected },
        { new TracklyPayloadTooLargeException(Response), SendOutcome.Rejected },
        { new TracklyRateLimitException(Response with { StatusCode = HttpStatusCode.TooManyRequests }), SendOutcome.NotSent },
        { new TracklyServerException(Response with { StatusCode = HttpStatusCode.BadGateway }), SendOutcome.Unknown },
        {
            new TracklyServerException(Response with { StatusCode = HttpStatusCode.ServiceUnavailable, RetryAfter = TimeSpan.FromSeconds(2) }),
            SendOutcome.NotSent
        },
        { new TracklyResponseException("Cannot be read.", HttpStatusCode.OK), SendOutcome.Unknown },
        { new TracklyValidationException([]), SendOutcome.NotSent },
        { new TracklyRecipientBlockedException("Not allowed."), SendOutcome.NotSent },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Outcome_NotGiven_IsTheUsualOneOfTheType(TracklyException exception, SendOutcome outcome)
    {
        exception.Outcome.Should().Be(outcome);
        exception.Attempts.Should().BeEmpty();
    }

    [Fact]
    public void Timeout_IsAConnectionException() =>
        new TracklyTimeoutException("No response.").Should().BeAssignableTo<TracklyConnectionException>();

    [Fact]
    public void Canceled_IsATaskCanceledExceptionWithTheToken()
    {
        using var source = new CancellationTokenSource();

        var exception = new TracklyCanceledException(cancellationToken: source.Token);

        exception.Should().BeAssignableTo<TaskCanceledException>().Which.CancellationToken.Should().Be(source.Token);
        exception.Attempts.Should().BeEmpty();
        exception.Message.Should().Contain("may be queued");
    }
}
