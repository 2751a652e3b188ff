using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Several accounts in one emulator, and their changes while it runs.</summary>
public sealed class TracklyEmulatorAccountsTests : EmulatorTest
{
    private const string EuropeanList = "+4930123456";
    private const string PausedList = "+4930777777";
    private const string UnverifiedList = "+4930888888";

    private readonly TestClock _clock = new();
    private readonly EmulatedAccount _europe = new EmulatedAccount("europe")
        .AddKey("trk_old").AddKey("trk_new")
        .AddList(EuropeanList).AddList(PausedList, EmulatedListStatus.Paused).AddList(UnverifiedList, EmulatedListStatus.Unverified);

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock, Accounts = { _europe } };

    [Fact]
    public async Task Send_WithEachAccountsKey_IsQueuedUnderItsName()
    {
        await SendAsync("+18005551000", Emulator.ApiKey);
        await SendAsync(EuropeanList, "trk_old");
        await SendAsync(EuropeanList, "trk_new");

        Emulator.Messages.Select(message => message.Account).Should().Equal("default", "europe", "europe");
        Emulator.Accounts.Select(account => account.Name).Should().Equal("default", "europe");
        Emulator.Account.Should().BeSameAs(Emulator.Accounts[0]);
    }

    [Theory]
    [InlineData("+18005551000", "trk_old", "list_not_found")]
    [InlineData(EuropeanList, null, "list_not_found")]
    [InlineData(UnverifiedList, "trk_old", "webhook_not_configured")]
    [InlineData(EuropeanList, "trk_other", "invalid_api_key")]
    public async Task Send_FromWhatIsNotTheAccounts_IsRefused(string list, string? key, string code) =>
        (await SendAsync(list, key ?? Emulator.ApiKey)).Code.Should().Be(code);

    [Fact]
    public async Task RevokeKey_WhileKeysAreRotated_RefusesTheOldOneAtOnce()
    {
        _europe.RevokeKey("trk_old").RevokeKey("trk_never_there");

        (await SendAsync(EuropeanList, "trk_old")).Text.Should().Be("""{"error":"Invalid API key","code":"invalid_api_key"}""");
        (await SendAsync(EuropeanList, "trk_new")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task IsSuspended_RefusesEveryRequestWithoutACode_UntilItEnds()
    {
        Emulator.Accounts[1].IsSuspended = true;

        foreach (var response in new[] { await SendAsync(EuropeanList, "trk_old"), await Caller.SendAsync("no JSON", key: "trk_old") })
        {
            response.Status.Should().Be(HttpStatusCode.Forbidden);
            response.Text.Should().Be("""{"error":"Account is suspended"}""");
        }

        (await SendAsync("+18005551000", Emulator.ApiKey)).Status.Should().Be(HttpStatusCode.OK, "the other account is not");
        _europe.IsSuspended = false;
        (await SendAsync(EuropeanList, "trk_old")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PausedList_IsQueued_WithANote()
    {
        (await SendAsync(PausedList, "trk_old")).Status.Should().Be(HttpStatusCode.OK);

        Emulator.Messages.Should().ContainSingle().Which.Notes.Should().ContainSingle().Which.Should().Contain("inactive_list").And.Contain("the emulator's choice");
    }

    [Fact]
    public async Task UpdateListAndRemoveList_CountFromTheNextRequestOn()
    {
        _europe.UpdateList(UnverifiedList, EmulatedListStatus.Active).RemoveList(EuropeanList);

        (await SendAsync(UnverifiedList, "trk_old")).Status.Should().Be(HttpStatusCode.OK);
        (await SendAsync(EuropeanList, "trk_old")).Code.Should().Be("list_not_found");
        _europe.Lists.Should().Equal(new Dictionary<string, EmulatedListStatus>
        {
            [PausedList] = EmulatedListStatus.Paused,
            [UnverifiedList] = EmulatedListStatus.Active,
        });
    }

    [Fact]
    public async Task RequestsPerSecond_LetsSoManyThroughInEachSecond_AndTellsTheOthersToWait()
    {
        _europe.RequestsPerSecond = 2;

        (await StatusesOfThreeAsync()).Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        (await SendAsync(EuropeanList, "trk_new")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await SendAsync("+18005551000", Emulator.ApiKey)).Status.Should().Be(HttpStatusCode.OK, "the other account has no limit");
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await StatusesOfThreeAsync()).Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);

        _europe.RequestsPerSecond = null;
        (await SendAsync(EuropeanList, "trk_old")).Status.Should().Be(HttpStatusCode.OK);
        _europe.RequestsPerSecond.Should().BeNull();
    }

    [Fact]
    public async Task RequestsPerSecond_Exceeded_IsNotSentAndHasARetryAfter()
    {
        Emulator.Account.RequestsPerSecond = 1;
        using var client = Emulator.CreateClient();
        await client.SendAsync(Some.Request() with { ListNumber = Emulator.ListNumber }, TestContext.Current.CancellationToken);

        var send = () => client.SendAsync(Some.Request() with { ListNumber = Emulator.ListNumber }, TestContext.Current.CancellationToken);

        var limited = (await send.Should().ThrowAsync<TracklyRateLimitException>()).Which;
        limited.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));
        limited.Outcome.Should().Be(SendOutcome.NotSent);
    }

    [Fact]
    public void Account_WhatNoRequestCouldUse_IsAnArgumentException()
    {
        var account = new EmulatedAccount("europe");

        account.Invoking(it => it.AddKey("trk a")).Should().Throw<ArgumentException>().WithMessage("*visible ASCII*").Which.Message.Should().NotContain("trk a");
        account.Invoking(it => it.AddList("030123456")).Should().Throw<ArgumentException>().WithMessage("*E.164*").Which.Message.Should().NotContain("030123456");
        account.Invoking(it => it.AddList(EuropeanList, (EmulatedListStatus)7)).Should().Throw<ArgumentException>().WithMessage("*Active, Paused or Unverified*");
        account.Invoking(it => it.UpdateList(EuropeanList, EmulatedListStatus.Paused)).Should().Throw<ArgumentException>().WithMessage("*no list with this number. To add one, use AddList.*");
        account.AddList(EuropeanList).Invoking(it => it.AddList(EuropeanList)).Should().Throw<ArgumentException>().WithMessage("*already has a list with this number. To change its status, use UpdateList.*");
        account.Invoking(it => it.UpdateList(EuropeanList, (EmulatedListStatus)7)).Should().Throw<ArgumentException>().WithMessage("*Active, Paused or Unverified*");
        account.Lists.Should().Equal(new Dictionary<string, EmulatedListStatus> { [EuropeanList] = EmulatedListStatus.Active });
        account.Invoking(it => it.RequestsPerSecond = 0).Should().Throw<ArgumentOutOfRangeException>();
        new Action(() => _ = new EmulatedAccount(" ")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Account_ToString_ShowsNoKeyAndNoNumber() => _europe.ToString().Should().Be("EmulatedAccount europe");

    public static TheoryData<TracklyEmulatorOptions, string> UnusableOptions => new()
    {
        { new() { MaxMessages = 0 }, "MaxMessages must be 1 or more.*" },
        { new() { MaxBytes = 0 }, "MaxBytes must be 1 or more.*" },
        { new() { Port = -1 }, "Port must be from 0*" },
        { new() { Port = 65_536 }, "Port must be from 0*" },
        { new() { Address = null! }, "Address must not be null*" },
        { new() { AllowedHosts = { "http://emulator" } }, "AllowedHosts must contain host names without scheme and port, such as emulator.*" },
        { new() { AllowedHosts = { "emulator:5080" } }, "AllowedHosts must contain host names without scheme and port*" },
        { new() { AllowedHosts = { null! } }, "AllowedHosts must contain host names without scheme and port*" },
        { new() { Accounts = { null! } }, "Accounts must not contain null*" },
        { new() { Accounts = { new EmulatedAccount("default") } }, "Accounts contains the name default twice*" },
        { new() { Accounts = { new EmulatedAccount("a"), new EmulatedAccount("a") } }, "Accounts contains the name a twice*" },
        { new() { ApiKey = "trk_same", Accounts = { new EmulatedAccount("a").AddKey("trk_same") } }, "Accounts: a key of the account a is also*" },
        { new() { Accounts = { new EmulatedAccount("a").AddKey("trk_same"), new EmulatedAccount("b").AddKey("trk_same") } }, "Accounts: a key of the account b is also*" },
    };

    [Theory]
    [MemberData(nameof(UnusableOptions), DisableDiscoveryEnumeration = true)]
    public async Task StartAsync_AnUnusableOption_NamesItAndNoKey(TracklyEmulatorOptions options, string message)
    {
        var start = () => TracklyEmulator.StartAsync(options, TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<ArgumentException>().WithMessage(message)).Which.Message.Should().NotContain("trk_same");
    }

    [Fact]
    public async Task StartAsync_APortThatIsTaken_IsAnIOException()
    {
        var start = () => TracklyEmulator.StartAsync(new() { Port = Emulator.BaseAddress.Port }, TestContext.Current.CancellationToken);

        await start.Should().ThrowAsync<IOException>();
    }

    private Task<RawResponse> SendAsync(string list, string key) => Caller.SendMessageAsync(list: list, key: key);

    private async Task<IReadOnlyList<HttpStatusCode>> StatusesOfThreeAsync() =>
    [
        (await SendAsync(EuropeanList, "trk_old")).Status,
        (await SendAsync(EuropeanList, "trk_new")).Status,
        (await SendAsync(EuropeanList, "trk_new")).Status,
    ];
}
