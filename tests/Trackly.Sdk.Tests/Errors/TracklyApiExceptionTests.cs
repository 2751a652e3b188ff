using System.Net;
using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>One row per documented code and status: type, members, and a message that says what to do.</summary>
public sealed class TracklyApiExceptionTests
{
    private const string Error = "A text of Trackly";
    private const string Detail = "and its detail";

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            foreach (var (index, row) in ErrorCodeRow.All.Select((row, index) => (index, row)))
                rows.Add(index, row.ToString());
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task SendAsync_TracklyRefuses_TheExceptionSaysWhatHappened(int index, string name)
    {
        var row = ErrorCodeRow.All.ElementAt(index);
        row.ToString().Should().Be(name);

        var exception = await GetExceptionAsync(row);

        exception.Should().BeOfType(row.Type);
        exception.StatusCode.Should().Be((HttpStatusCode)row.Status);
        exception.ErrorCode.Should().Be(row.Code is null ? null : new TracklyErrorCode(row.Code));
        exception.ErrorMessage.Should().Be(Error);
        exception.Detail.Should().Be(Detail);
        exception.RetryAfter.Should().Be(row.RetryAfter is null ? null : TimeSpan.FromSeconds(120));
        exception.ResponseBody.Should().Contain(Error);
        exception.Outcome.Should().Be(row.Outcome);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task SendAsync_TracklyRefuses_HasItsOneAttempt(int index, string name)
    {
        var row = ErrorCodeRow.All.ElementAt(index);
        row.ToString().Should().Be(name);

        var attempt = (await GetExceptionAsync(row)).Attempts.Should().ContainSingle().Which;

        attempt.Number.Should().Be(1);
        attempt.Progress.Should().Be(AttemptProgress.Answered);
        attempt.StatusCode.Should().Be((HttpStatusCode)row.Status);
        attempt.Failure.Should().BeNull();
        attempt.Outcome.Should().Be(row.Outcome);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Message_TracklyRefuses_NamesStatusCodeAndAdvice(int index, string name)
    {
        var row = ErrorCodeRow.All.ElementAt(index);
        row.ToString().Should().Be(name);

        var message = (await GetExceptionAsync(row)).Message;

        message.Should().StartWith($"Trackly responded with {row.Status}{(row.Code is null ? "" : ErrorCatalog.IsKnown(row.Code) ? $" {row.Code}" : " ***")}. ").And.NotContain(Error).And.Contain(row.Advice);
        message.Contains("may be queued", StringComparison.Ordinal).Should().Be(row.Outcome == SendOutcome.Unknown);
        message.Contains("may be sent again", StringComparison.Ordinal).Should().Be(row.Outcome == SendOutcome.NotSent);
    }

    [Fact]
    public async Task SendAsync_SuspendedAccountWithoutCode_IsAPermissionException()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(403, """{"error":"Account is suspended"}""");

        var exception = await client.FailAsync<TracklyPermissionException>();

        exception.ErrorCode.Should().BeNull();
        exception.Message.Should().StartWith("Trackly responded with 403. ");
        exception.ErrorMessage.Should().Be("Account is suspended");
    }

    [Fact]
    public async Task SendAsync_RefusedWithin2xx_IsNeverTriedAgain()
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        client.Wire.Responds(200, """{ "success": false, "message_id": "a1b2c3d4" }""");

        (await client.FailAsync<TracklyApiException>()).Outcome.Should().Be(SendOutcome.Rejected);

        client.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public void Create_NoResponse_IsAnArgumentException() =>
        FluentActions.Invoking(() => TracklyApiException.Create(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Create_NoAttemptsGiven_HasNone() =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = HttpStatusCode.BadRequest }).Attempts.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Create_NoOutcomeGiven_SaysWhatTheClientWould(int index, string name)
    {
        var row = ErrorCodeRow.All.ElementAt(index);
        row.ToString().Should().Be(name);

        var exception = TracklyApiException.Create(CreateResponse(row.Status, row.Code, row.RetryAfter is not null));

        exception.Should().BeOfType(row.Type);
        exception.Outcome.Should().Be(row.Outcome);
    }

    [Fact]
    public void Create_OutcomeGiven_KeepsIt() =>
        TracklyApiException.Create(CreateResponse(400, code: null, hasRetryAfter: false), new() { Outcome = SendOutcome.Unknown }).Outcome.Should().Be(SendOutcome.Unknown);

    private static TracklyErrorResponse CreateResponse(int status, string? code, bool hasRetryAfter) => new()
    {
        StatusCode = (HttpStatusCode)status,
        ErrorCode = code is null ? null : new TracklyErrorCode(code),
        RetryAfter = hasRetryAfter ? TimeSpan.FromSeconds(120) : null,
    };

    private static async Task<TracklyApiException> GetExceptionAsync(ErrorCodeRow row)
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        var body = new JsonObject { ["error"] = Error, ["message"] = Detail };
        if (row.Code is not null)
            body["code"] = row.Code;
        if (row.Status < 300)
            body["success"] = false;
        client.Wire.Responds(row.Status, body.ToJsonString(), row.RetryAfter);

        var send = async () => await client.SendAsync();
        return (await send.Should().ThrowAsync<TracklyApiException>()).Which;
    }
}
