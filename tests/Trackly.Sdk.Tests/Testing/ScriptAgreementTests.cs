using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A test that moves from the fake to the emulator, or back, sees the same.</summary>
public sealed class ScriptAgreementTests : EmulatorTest
{
    private readonly TestClock _clock = new();
    private readonly FakeTracklyClient _fake;

    public ScriptAgreementTests() => _fake = new FakeTracklyClient(_clock, seed: 7);

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock, Seed = 7 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, object?[]> Behaviors => new()
    {
        { "Accepts", [] },
        { "Accepts", ["a1b2c3d4"] },
        { "Rejects", [TracklyErrorCode.MissingTo] },
        { "Rejects", [TracklyErrorCode.InvalidPhone] },
        { "Rejects", [TracklyErrorCode.ListNotFound] },
        { "Rejects", [TracklyErrorCode.WebhookNotConfigured] },
        { "Rejects", [TracklyErrorCode.InvalidApiKey] },
        { "Rejects", [TracklyErrorCode.PayloadTooLarge] },
        { "RespondsWith", [HttpStatusCode.Found] },
        { "RespondsWith", [HttpStatusCode.Forbidden] },
        { "RespondsWith", [HttpStatusCode.TooManyRequests, "Slow down", new TracklyErrorCode("busy"), TimeSpan.FromSeconds(1.5)] },
        { "RespondsWith", [HttpStatusCode.InternalServerError] },
        { "RespondsWith", [HttpStatusCode.GatewayTimeout, null, null, null, true] },
        { "RespondsWith", [(HttpStatusCode)599] },
        { "RespondsAsAGateway", [] },
        { "RespondsAsAGateway", [HttpStatusCode.GatewayTimeout, true] },
        { "RespondsAsAGateway", [HttpStatusCode.OK] },
        { "RespondsUnreadably", [] },
        { "LosesTheAnswer", [] },
        { "Resets", [] },
    };

    [Theory]
    [MemberData(nameof(Behaviors), DisableDiscoveryEnumeration = true)]
    public async Task EachBehavior_LooksTheSame_ToTheCaller(string verb, object?[] arguments)
    {
        Verb.Invoke(_fake.ForNext(), verb, arguments);
        Verb.Invoke(Emulator.ForNext(), verb, arguments);

        var faked = await DescribeSendAsync(_fake);
        var emulated = await DescribeSendAsync(Client());

        faked.Should().Be(emulated);
        _fake.Queued.Select(message => message.MessageId).Should().Equal(Emulator.Messages.Select(message => message.MessageId));
        (await _fake.SendAsync(Some.Request(), Token)).MessageId.Should().Be((await Client().SendAsync(Some.Request(), Token)).MessageId);
    }

    [Theory]
    [InlineData("list_not_found", "+18005559999")]
    [InlineData("webhook_not_configured", "+18005552000")]
    public async Task Rejects_IsWhatTheEmulatorReturns_WithoutAScript(string code, string list)
    {
        _fake.ForNext().Rejects(new TracklyErrorCode(code));

        (await DescribeSendAsync(_fake)).Should().Be(await DescribeSendAsync(Client(), list)).And.Contain(code);
    }

    private TracklyClient Client() => Emulator.CreateClient();

    private static async Task<string> DescribeSendAsync(ITracklyClient client, string list = "+18005551000")
    {
        try
        {
            var response = await client.SendAsync(Some.Request() with { ListNumber = list }, Token);
            return $"{response.MessageId} {response.Status}";
        }
        catch (TracklyApiException exception)
        {
            return $"{exception.GetType().Name} {exception.Outcome} {exception.StatusCode} {exception.ErrorMessage} {exception.ErrorCode} {exception.RetryAfter}";
        }
        catch (TracklyException exception)
        {
            return $"{exception.GetType().Name} {exception.Outcome} {(exception as TracklyResponseException)?.ResponseBody}";
        }
    }
}
