using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The wait that a server asks for, in seconds or as a date, in any culture.</summary>
public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, TimeSpan?> Headers => new()
    {
        { "0", TimeSpan.Zero },
        { "7", TimeSpan.FromSeconds(7) },
        { "  120  ", TimeSpan.FromMinutes(2) },
        { "0000030", TimeSpan.FromSeconds(30) },
        { "86400", TimeSpan.FromDays(1) },
        { "Sun, 01 Mar 2026 12:00:10 GMT", TimeSpan.FromSeconds(10) },
        { "Sunday, 01-Mar-26 12:00:10 GMT", TimeSpan.FromSeconds(10) },
        { "Sun Mar  1 12:00:10 2026", TimeSpan.FromSeconds(10) },
        { "Sun, 01 Mar 2026 12:00:00 GMT", TimeSpan.Zero },
        { "Wed, 21 Oct 2015 07:28:00 GMT", TimeSpan.Zero },
        { "Fri, 31 Dec 9999 23:59:59 GMT", new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) - Now },
        { "9223372036854775807", TimeSpan.MaxValue },
        { "99999999999999999999999999", TimeSpan.MaxValue },
        { new string('9', 400), TimeSpan.MaxValue },
        { "", null },
        { "-1", null },
        { "1.5", TimeSpan.FromSeconds(2) },
        { "922337203685", TimeSpan.MaxValue },
        { "922337203685.2", TimeSpan.MaxValue },
        { "1.2.3", null },
        { ".", null },
        { "1,5", null },
        { "1e3", null },
        { "soon", null },
        { "7 seconds", null },
        { "5, 10", null },
        { "\uFF15", null },
        { "\u0665", null },
        { "2026-03-01T12:00:10Z", null },
        { "01.03.2026 12:00:10", null },
    };

    public static TheoryData<string, string> Cultures
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var culture in new[] { "de-DE", "ar-SA", "th-TH", "fa-IR" })
            {
                rows.Add(culture, "10");
                rows.Add(culture, "Sun, 01 Mar 2026 12:00:10 GMT");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void Parse_AnyHeader_IsAWaitOrNothing(string header, TimeSpan? wait) => RetryAfterHeader.Parse(header, Now).Should().Be(wait);

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Read_ProcessOfAnyCulture_ReadsTheSame(string culture, string header)
    {
        using var scope = new CultureScope(culture);
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header).Should().BeTrue();

        RetryAfterHeader.Read(response, new TestClock()).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Read_NoHeader_IsNothing()
    {
        using var response = new HttpResponseMessage();

        RetryAfterHeader.Read(response, new TestClock()).Should().BeNull();
    }

    [Fact]
    public void Read_TwoHeaders_IsTheLongest()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", ["5", "10"]).Should().BeTrue();

        RetryAfterHeader.Read(response, new TestClock()).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Read_TwoWaitsInOneHeader_IsTheLongest()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", "10, 5").Should().BeTrue();

        RetryAfterHeader.Read(response, new TestClock()).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("Sun, 01 Mar 2026 12:00:10 GMT", 10.0)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task SendAsync_TooManyRequests_HasTheWaitOnTheException(string? header, double? seconds)
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Responds(429, retryAfter: header);

        var exception = await client.FailAsync<TracklyRateLimitException>();

        exception.RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }
}
