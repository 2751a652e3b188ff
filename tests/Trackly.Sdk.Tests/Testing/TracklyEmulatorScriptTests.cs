using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Which line of the script a request gets.</summary>
public sealed class TracklyEmulatorScriptTests : ControlApiTest
{
    private const string Blocked = "+14155550000";

    [Fact]
    public async Task ForNext_IsUsedInOrder_EachLineAsOftenAsItSays()
    {
        Emulator.ForNext(2).RespondsWith(HttpStatusCode.InternalServerError).ForNext().RespondsWith(HttpStatusCode.NotImplemented);

        (await StatusesOfAsync(4)).Should().Equal(500, 500, 501, 200);
    }

    [Fact]
    public async Task When_IsForEveryRequestThatMeetsIt_TheLastLineFirst()
    {
        Emulator.When(_ => true).RespondsWith(HttpStatusCode.InternalServerError).When(request => request.To == Blocked).RespondsWith(HttpStatusCode.NotImplemented);

        (await StatusAsync(Blocked)).Should().Be(501);
        (await StatusAsync(Blocked)).Should().Be(501);
        (await StatusAsync()).Should().Be(500);
        Emulator.When(_ => true).Accepts();
        (await StatusAsync(Blocked)).Should().Be(200);
        Emulator.Messages.Should().ContainSingle().Which.Fault.Should().Be(EmulatedFault.None);
    }

    [Fact]
    public async Task ForNext_ComesBeforeWhen_BeforeTheControlApi_BeforeForAll()
    {
        Emulator.ForAll().RespondsWith(HttpStatusCode.InternalServerError);
        await CallAsync("POST", "/_emulator/faults", """{"kind":"status","status":501,"to":"+1415*"}""");
        Emulator.When(request => request.To == Blocked).RespondsWith(HttpStatusCode.BadGateway);
        Emulator.ForNext().RespondsWith(HttpStatusCode.ServiceUnavailable);

        (await StatusAsync(Blocked)).Should().Be(503);
        (await StatusAsync(Blocked)).Should().Be(502);
        (await StatusAsync()).Should().Be(501);
        (await StatusAsync("+4930123456")).Should().Be(500);
    }

    [Fact]
    public async Task ForAll_WrittenAgain_TheLastLineIsUsed()
    {
        Emulator.ForAll().RespondsWith(HttpStatusCode.InternalServerError).ForAll().Accepts();

        (await StatusAsync()).Should().Be(200);
    }

    [Fact]
    public async Task When_SeesTheRequestAsItCame_WithoutTheKey()
    {
        EmulatedRequest? seen = null;
        Emulator.When(request => (seen = request) is null).Accepts();

        await Caller.SendAsync("""{"to":"+14155551234","list_number":"+18005551000","body":"{{x}}","metadata":{"order_id":"A-1042"}}""");

        (seen!.Account, seen.To, seen.ListNumber, seen.Body, seen.WrapLinks, seen.ContactData).Should()
            .Be(("default", "+14155551234", "+18005551000", "{{x}}", null, null));
        seen.Metadata!.Value.GetProperty("order_id").GetString().Should().Be("A-1042");
        seen.RequestHeaders["X-Api-Key"].Should().Be("***");
        seen.ToString().Should().Be("EmulatedRequest");
    }

    [Fact]
    public async Task When_TheConditionThrows_Is500WithItsName()
    {
        Emulator.When(request => request.Metadata!.Value.GetProperty("x").GetBoolean()).Accepts();

        var response = await Caller.SendAsync("""{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""");

        response.Status.Should().Be(HttpStatusCode.InternalServerError);
        response.Error.Should().Be("A condition given to When(...) threw InvalidOperationException.");
    }

    [Fact]
    public async Task InvalidRequest_UsesUpNoLine()
    {
        Emulator.ForNext().RespondsWith(HttpStatusCode.ServiceUnavailable);

        (await Caller.SendAsync("{}")).Code.Should().Be("missing_to");
        (await Caller.SendAsync("{}", key: "trk_other")).Code.Should().Be("invalid_api_key");
        (await StatusAsync("+14155551234", list: "+18005552000")).Should().Be(400);
        (await StatusAsync()).Should().Be(503);
    }

    [Fact]
    public async Task ALineWithoutAVerb_ChangesNothing()
    {
        Emulator.ForNext();
        Emulator.ForAll().After(TimeSpan.FromDays(1));

        (await StatusAsync()).Should().Be(200);
    }

    [Fact]
    public async Task ForNext_UnderLoad_IsUsedExactlyAsOftenAsItSays()
    {
        Emulator.ForNext(100).RespondsWith(HttpStatusCode.InternalServerError);
        await CallAsync("POST", "/_emulator/faults", """{"kind":"status","status":501,"times":50}""");

        var statuses = new int[400];
        await Parallel.ForAsync(0, statuses.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) => statuses[number] = await StatusAsync());

        statuses.GroupBy(status => status).ToDictionary(group => group.Key, group => group.Count())
            .Should().BeEquivalentTo(new Dictionary<int, int> { [500] = 100, [501] = 50, [200] = 250 });
        (await CallAsync("GET", "/_emulator/faults")).Text.Should().Be("""{"faults":[]}""");
    }

    [Fact]
    public async Task ReplaceFaults_TakesTheJsonOfTheControlApi_InPlaceOfEveryLine()
    {
        Emulator.ForAll().RespondsWith(HttpStatusCode.InternalServerError);

        Emulator.ReplaceFaults("""{"faults":[{"kind":"status","status":501,"times":1}]}""");

        (await StatusesOfAsync(2)).Should().Equal(501, 200);
        Emulator.Invoking(emulator => emulator.ReplaceFaults("""{"faults":[{"kind":"status"}]}"""))
            .Should().Throw<FormatException>().WithMessage("faults*0*.status is missing: it must be a whole number from 300 to 599*");
    }

    private async Task<IReadOnlyList<int>> StatusesOfAsync(int count)
    {
        List<int> statuses = [];
        for (var number = 0; number < count; number++)
            statuses.Add(await StatusAsync());
        return statuses;
    }

    private async Task<int> StatusAsync(string to = "+14155551234", string list = "+18005551000") =>
        (int)(await Caller.SendMessageAsync(to: to, list: list)).Status;
}
