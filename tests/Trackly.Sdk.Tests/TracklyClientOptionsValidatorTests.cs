using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>Each invalid option gives one sentence, and none shows the key.</summary>
public sealed class TracklyClientOptionsValidatorTests
{
    private const string NoKey = "ApiKey is missing. Set it to the key from the Trackly dashboard, for example from the configuration value Trackly:ApiKey.";
    private const string WhiteSpace = "ApiKey has white space inside. Copy the key again, whole and on one line.";
    private const string Characters = "ApiKey has a control or non-ASCII character. Copy the key again as plain text.";
    private const string NoAddress = "BaseAddress is missing. Leave it at its default, https://app.tracklysms.com/api/, or set an absolute address.";
    private const string Relative = "BaseAddress is relative. Write it whole, for example https://app.tracklysms.com/api/.";
    private const string MoreThanAPath =
        "BaseAddress has user info, a query or a fragment. Write scheme, host and path alone, for example https://app.tracklysms.com/api/.";
    private const string PlainHttp =
        "BaseAddress is plain http, which would show the API key on the network. Use https, or set AllowInsecureHttp to true if you mean it.";

    [Theory]
    [InlineData(null, NoKey)]
    [InlineData("", NoKey)]
    [InlineData(" \r\n\t", NoKey)]
    [InlineData("trk_hidden secret", WhiteSpace)]
    [InlineData("trk_hidden\nsecret", WhiteSpace)]
    [InlineData("trk_hidden\u00A0secret", WhiteSpace)]
    [InlineData("trk_hidden\u0007secret", Characters)]
    [InlineData("trk_hidden\u007Fsecret", Characters)]
    [InlineData("trk_hiddensécret", Characters)]
    [InlineData("“trk_hiddensecret”", Characters)]
    [InlineData("\uFEFFtrk_hiddensecret", Characters)]
    public void Validate_InvalidKey_IsOneSentenceThatDoesNotShowIt(string? key, string sentence)
    {
        FindErrors(options => options.ApiKey = key!).Should().Equal(sentence);

        sentence.Should().NotContain("hidden");
    }

    [Theory]
    [InlineData("trk_your_api_key_here")]
    [InlineData("  trk_your_api_key_here\r\n")]
    [InlineData("a")]
    [InlineData("!\"#$%&'()*+,-./~")]
    public void Validate_PossibleKey_IsLeftToTrackly(string key) => FindErrors(options => options.ApiKey = key).Should().BeEmpty();

    [Theory]
    [InlineData(null, NoAddress)]
    [InlineData("api/", Relative)]
    [InlineData("app.tracklysms.com/api/", Relative)]
    [InlineData("ftp://app.tracklysms.com/", "BaseAddress has the scheme 'ftp'. Use https.")]
    [InlineData("file:///api/", "BaseAddress has the scheme 'file'. Use https.")]
    [InlineData("https://user:hidden@app.tracklysms.com/api/", MoreThanAPath)]
    [InlineData("https://app.tracklysms.com/api/?key=hidden", MoreThanAPath)]
    [InlineData("https://app.tracklysms.com/api/#hidden", MoreThanAPath)]
    [InlineData("http://app.tracklysms.com/api/", PlainHttp)]
    [InlineData("http://10.0.0.1/api/", PlainHttp)]
    [InlineData("http://localhost.example/api/", PlainHttp)]
    public void Validate_InvalidBaseAddress_IsOneSentence(string? address, string sentence) =>
        FindErrors(options => options.BaseAddress = address is null ? null! : new Uri(address, UriKind.RelativeOrAbsolute)).Should().Equal(sentence);

    [Theory]
    [InlineData("https://api.tracklysms.com/api")]
    [InlineData("https://gateway.example:8443/trackly/")]
    [InlineData("http://localhost:5000/api/")]
    [InlineData("http://127.0.0.1:5000/api/")]
    [InlineData("http://[::1]:5000/api/")]
    public void Validate_HttpsOrLoopback_IsAllowed(string address) => FindErrors(options => options.BaseAddress = new Uri(address)).Should().BeEmpty();

    [Fact]
    public void Validate_PlainHttpIsAllowed_IsValid() => FindErrors(options =>
    {
        options.BaseAddress = new Uri("http://gateway.internal/api/");
        options.AllowInsecureHttp = true;
    }).Should().BeEmpty();

    [Theory]
    [InlineData("00:00:00", "AttemptTimeout is 00:00:00. Set a time above zero.")]
    [InlineData("-00:00:01", "AttemptTimeout is -00:00:01. Set a time above zero.")]
    [InlineData("-00:00:00.0010000", "AttemptTimeout is -00:00:00.0010000. Set a time above zero.")]
    [InlineData("00:00:00.0090000", "AttemptTimeout is 00:00:00.0090000. Set at least 00:00:00.0100000.")]
    public void Validate_AttemptTimeoutOutOfBounds_IsOneSentence(string value, string sentence) =>
        FindErrors(options => options.AttemptTimeout = Time(value)).Should().Equal(sentence);

    [Theory]
    [InlineData("00:00:00", "Timeout is 00:00:00. Set a time above zero.")]
    [InlineData("-00:00:00.0010000", "Timeout is -00:00:00.0010000. Set a time above zero.")]
    [InlineData("00:00:00.0090000", "Timeout is 00:00:00.0090000. Set at least 00:00:00.0100000.")]
    [InlineData("1.00:00:00.0010000", "Timeout is 1.00:00:00.0010000. Set at most 1.00:00:00.")]
    public void Validate_TimeoutOutOfBounds_IsReported(string value, string sentence) =>
        FindErrors(options => options.Timeout = Time(value)).Should().Contain(sentence);

    [Fact]
    public void Validate_InfiniteTimes_AreRefused() => FindErrors(options =>
    {
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        options.Timeout = Timeout.InfiniteTimeSpan;
        options.Retry.BaseDelay = Timeout.InfiniteTimeSpan;
        options.Retry.MaxDelay = Timeout.InfiniteTimeSpan;
    }).Should().HaveCount(4).And.OnlyContain(error => error.EndsWith("Set a time above zero.", StringComparison.Ordinal));

    [Fact]
    public void Validate_AttemptTimeoutOverTimeout_IsOneSentence() => FindErrors(options => options.Timeout = TimeSpan.FromSeconds(10))
        .Should().Equal("AttemptTimeout (00:00:15) is over Timeout (00:00:10). Set AttemptTimeout to at most Timeout.");

    [Fact]
    public void Validate_NoRetryOptions_IsOneSentence() => FindErrors(options => options.Retry = null!)
        .Should().Equal("Retry is null. Leave it at its default, or set a TracklyRetryOptions.");

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Validate_UnknownMode_IsOneSentence(int mode) => FindErrors(options => options.Retry.Mode = (TracklyRetryMode)mode)
        .Should().Equal($"Retry.Mode is {mode}. Use Standard, AtMostOnce or AtLeastOnce.");

    [Fact]
    public void Validate_NegativeRetries_IsOneSentence() => FindErrors(options => options.Retry.MaxRetryAttempts = -1)
        .Should().Equal("Retry.MaxRetryAttempts is -1. Set 0 for no retry, or a number above.");

    [Fact]
    public void Validate_BaseDelayIsZero_IsOneSentence() => FindErrors(options => options.Retry.BaseDelay = TimeSpan.Zero)
        .Should().Equal("Retry.BaseDelay is 00:00:00. Set a time above zero.");

    [Fact]
    public void Validate_MaxDelayIsTooLong_IsOneSentence() => FindErrors(options => options.Retry.MaxDelay = TimeSpan.FromDays(2))
        .Should().Equal("Retry.MaxDelay is 2.00:00:00. Set at most 1.00:00:00.");

    [Fact]
    public void Validate_BaseDelayOverMaxDelay_IsOneSentence() => FindErrors(options => options.Retry.BaseDelay = TimeSpan.FromMinutes(1))
        .Should().Equal("Retry.BaseDelay (00:01:00) is over Retry.MaxDelay (00:00:30). Set Retry.BaseDelay to at most Retry.MaxDelay.");

    [Theory]
    [InlineData("00:00:00.0100000", "00:00:00.0000001", 0)]
    [InlineData("1.00:00:00", "1.00:00:00", int.MaxValue)]
    public void Validate_TimesAtTheirBounds_AreAllowedAndMakeAClient(string timeout, string delay, int retries)
    {
        var options = Some.Options(options =>
        {
            options.AttemptTimeout = options.Timeout = Time(timeout);
            options.Retry.BaseDelay = options.Retry.MaxDelay = Time(delay);
            options.Retry.MaxRetryAttempts = retries;
        });

        FluentActions.Invoking(() => new TracklyClient(options).Dispose()).Should().NotThrow();
    }

    [Fact]
    public void Validate_EverythingIsInvalid_ReportsAllErrors() => FindErrors(options =>
    {
        options.ApiKey = "";
        options.BaseAddress = null!;
        options.AttemptTimeout = options.Timeout = TimeSpan.Zero;
        options.Retry = null!;
    }).Should().Equal(NoKey, NoAddress, "AttemptTimeout is 00:00:00. Set a time above zero.", "Timeout is 00:00:00. Set a time above zero.",
        "Retry is null. Leave it at its default, or set a TracklyRetryOptions.");

    [Fact]
    public void Validate_NamedOptions_NamesTheClient() =>
        new TracklyClientOptionsValidator().Validate("europe", new TracklyClientOptions()).Failures.Should().Equal($"Trackly client 'europe': {NoKey}");

    [Theory]
    [InlineData(" ", "RecipientPolicy.RedirectTo does not start with +.")]
    [InlineData("4155551234", "RecipientPolicy.RedirectTo does not start with +.")]
    [InlineData("+1415*", "RecipientPolicy.RedirectTo has a character that is not a digit.")]
    public void Validate_InvalidRedirectTo_IsOneSentence(string redirectTo, string sentence) =>
        FindErrors(options => options.RecipientPolicy = new() { RedirectTo = redirectTo })
            .Should().Equal($"{sentence} Write it in E.164 format, for example +14155551234, or leave it out.");

    [Theory]
    [InlineData(null, "has no number")]
    [InlineData("", "has no number")]
    [InlineData("*", "has no number")]
    [InlineData("+*", "has no digits")]
    [InlineData("1415*", "does not start with +")]
    [InlineData("+1*415", "has a character that is not a digit")]
    [InlineData("+1415**", "has a character that is not a digit")]
    [InlineData(" +14155551234", "does not start with +")]
    [InlineData("+12345678901234567*", "has more than 15 digits")]
    public void Validate_InvalidEntryOfAllow_IsNamedByItsIndex(string? entry, string error) =>
        FindErrors(options => options.RecipientPolicy = new() { Allow = ["+1415*", entry!, "+14155551234"] }).Should().Equal(
            $"RecipientPolicy.Allow[1] {error}. Write a number in E.164 format, or its start with an asterisk, for example +1415555*.");

    [Fact]
    public void Validate_AllowIsNull_IsOneSentence() => FindErrors(options => options.RecipientPolicy = new() { Allow = null! }).Should().Equal(
        "RecipientPolicy.Allow is null. Leave it empty to allow nobody, or leave out RecipientPolicy to allow every recipient.");

    private static TimeSpan Time(string value) => TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> FindErrors(Action<TracklyClientOptions> configure) =>
        new TracklyClientOptionsValidator().Validate(null, Some.Options(configure)).Failures ?? [];
}
