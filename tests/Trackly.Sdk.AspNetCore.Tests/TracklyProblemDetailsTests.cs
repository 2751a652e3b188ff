using System.Net;
using System.Text.Json;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class TracklyProblemDetailsTests
{
    private static readonly SendRequest Message = new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Your parcel is here." };

    public static TheoryData<Action<FakeTracklyClient>, int, string, string?> Failures => new()
    {
        { static fake => fake.ForNext().LosesTheAnswer(), 502, "unknown", null },
        { static fake => fake.ForNext().TimesOut(), 502, "unknown", null },
        { static fake => fake.ForNext().RespondsUnreadably(), 502, "unknown", null },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.InternalServerError), 502, "unknown", null },
        { static fake => fake.ForNext().DoesNotSend(), 503, "not_sent", null },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.TooManyRequests), 503, "not_sent", null },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.MissingTo), 400, "rejected", "to" },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.InvalidPhone), 400, "rejected", "to" },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.MissingListNumber), 400, "rejected", "list_number" },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.InvalidListNumber), 400, "rejected", "list_number" },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.MissingBody), 400, "rejected", "body" },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.BadRequest), 400, "rejected", null },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.RequestEntityTooLarge), 413, "rejected", null },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.ListNotFound), 422, "rejected", "list_number" },
        { static fake => fake.ForNext().Rejects(TracklyErrorCode.WebhookNotConfigured), 422, "rejected", "list_number" },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.Unauthorized), 502, "rejected", null },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.Forbidden), 502, "rejected", null },
        { static fake => fake.ForNext().RespondsWith(HttpStatusCode.NotFound), 502, "rejected", null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_HasItsStatusOutcomeAndField(Action<FakeTracklyClient> script, int status, string outcome, string? field)
    {
        var problem = (await FailAsync(script)).ToProblemDetails();

        (problem.Status, problem.Extensions["outcome"]).Should().Be((status, outcome));
        (problem as HttpValidationProblemDetails)?.Errors.Keys.Single().Should().Be(field);
        (problem is HttpValidationProblemDetails).Should().Be(field is not null);
        problem.Type.Should().Be(outcome == "unknown" ? "urn:trackly-sdk:message-may-be-queued" : null);
    }

    [Fact]
    public async Task InvalidRequest_NamesEveryField()
    {
        var failure = await FailAsync(static _ => { }, new SendRequest { To = "0171", ListNumber = "", Body = " " });

        var problem = failure.ToProblemDetails().Should().BeOfType<HttpValidationProblemDetails>().Subject;

        (problem.Status, problem.Extensions["outcome"]).Should().Be((400, "not_sent"));
        problem.Errors.Keys.Should().Equal("to", "list_number", "body");
        problem.Errors["body"].Should().ContainSingle().Which.Should().StartWith("'body' is missing");
    }

    [Fact]
    public async Task BlockedRecipient_IsAFieldOfTheRequest()
    {
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = "trk_of_the_test", RecipientPolicy = new() { BlockAll = true } });
        var failure = (await FluentActions.Awaiting(() => client.SendAsync(Message)).Should().ThrowAsync<TracklyRecipientBlockedException>()).Which;

        var problem = failure.ToProblemDetails().Should().BeOfType<HttpValidationProblemDetails>().Subject;

        (problem.Status, problem.Errors.Keys.Single()).Should().Be((422, "to"));
    }

    [Fact]
    public async Task Problem_QuotesNothingThatTracklyWroteOrTheCallerSent()
    {
        foreach (var status in new[] { 400, 401, 403, 404, 413, 422, 429, 500, 503 })
        {
            foreach (var code in new TracklyErrorCode?[] { null, TracklyErrorCode.InvalidPhone, TracklyErrorCode.ListNotFound, new("marigold") })
            {
                var failure = await FailAsync(fake => fake.ForNext().RespondsWith((HttpStatusCode)status, Canary.Everything, code), Canary.Request);
                Canary.FoundIn(JsonSerializer.Serialize<object>(failure.ToProblemDetails())).Should().BeEmpty();
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_IsWrittenAsProblemJson_WithRetryAfter(bool customized)
    {
        var fake = new FakeTracklyClient();
        fake.ForNext().RespondsWith(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(7));
        await using var host = await StartAsync(fake, customized);

        using var response = await host.Client.PostAsync(new Uri("/send", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        problem.GetProperty("outcome").GetString().Should().Be("not_sent");
        problem.GetProperty("retry_after").GetInt32().Should().Be(7);
        problem.GetProperty("title").GetString().Should().Be("Not sent");
        problem.TryGetProperty("node", out _).Should().Be(customized);
    }

    [Fact]
    public async Task Result_OfAFieldError_HasErrors()
    {
        var fake = new FakeTracklyClient();
        fake.ForNext().Rejects(TracklyErrorCode.ListNotFound);
        await using var host = await StartAsync(fake);

        using var response = await host.Client.PostAsync(new Uri("/send", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        problem.GetProperty("errors").GetProperty("list_number")[0].GetString().Should().Be("list_number is not a sending list of this service.");
        response.Headers.RetryAfter.Should().BeNull();
    }

    private static Task<WebhookHost> StartAsync(FakeTracklyClient fake, bool customized = false) => WebhookHost.StartAsync(
        builder =>
        {
            if (customized)
            {
                builder.Services.AddProblemDetails(static options =>
                    options.CustomizeProblemDetails = static context => context.ProblemDetails.Extensions["node"] = "7");
            }
        },
        app => app.MapPost("/send", async (HttpContext context) =>
        {
            try
            {
                await fake.SendAsync(Message, context.RequestAborted);
            }
            catch (TracklyException exception)
            {
                await exception.ToProblemResult().ExecuteAsync(context);
            }
        }));

    private static async Task<TracklyException> FailAsync(Action<FakeTracklyClient> script, SendRequest? request = null)
    {
        var fake = new FakeTracklyClient();
        script(fake);
        var sending = () => fake.SendAsync(request ?? Message, TestContext.Current.CancellationToken);
        return (await sending.Should().ThrowAsync<TracklyException>()).Which;
    }
}
