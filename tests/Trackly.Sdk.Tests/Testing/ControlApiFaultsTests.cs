using System.Net;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/faults</c>.</summary>
public sealed class ControlApiFaultsTests : ControlApiTest
{
    private const string Busy = """{"kind":"status","status":503,"error":"Service unavailable","retry_after_seconds":2,"times":2,"to":"+1415*"}""";

    [Fact]
    public async Task Post_SwitchesAFaultOn_WhichCountsDownAndEnds()
    {
        var added = await CallAsync("POST", "/_emulator/faults", Busy);
        const string Said = """{"id":1,"kind":"status","status":503,"error":"Service unavailable","code":null,"retry_after_seconds":2,"delay_ms":null,"queued":false,"message_id":null,"times":2,"remaining":2,"to":"+1415*"}""";
        (added.Status, added.Text).Should().Be((HttpStatusCode.Created, Said));
        (await FaultsAsync()).Should().Be($$"""{"faults":[{{Said}}]}""");

        var response = await Caller.SendMessageAsync();
        response.Text.Should().Be("""{"error":"Service unavailable"}""");
        (await FaultsAsync()).Should().Contain("\"times\":2,\"remaining\":1");
        (await Caller.SendMessageAsync(to: "+4930123456")).Status.Should().Be(HttpStatusCode.OK, "it is another number");
        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.OK);
        (await FaultsAsync()).Should().Be("""{"faults":[]}""");
    }

    [Fact]
    public async Task Faults_TheFirstInOrderOfId_IsUsed()
    {
        await CallAsync("PUT", "/_emulator/faults", """{"faults":[{"kind":"status","status":500,"to":"+14155551234"},{"kind":"status","status":501}]}""");

        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.InternalServerError);
        (await Caller.SendMessageAsync(to: "+14155551235")).Status.Should().Be(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Put_ReplacesAll_AndTakesWhatGetReturned()
    {
        Emulator.ForAll().Accepts("a1b2c3d4");
        await CallAsync("POST", "/_emulator/faults", Busy);
        var before = await FaultsAsync();

        (await CallAsync("PUT", "/_emulator/faults", """{"faults":[]}""")).Text.Should().Be("""{"faults":[]}""");
        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.OK);

        var response = await CallAsync("PUT", "/_emulator/faults", before);
        response.Status.Should().Be(HttpStatusCode.OK);
        response.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("id").GetInt32()).Should().Equal(3, 4);
        (await Caller.SendMessageAsync(to: "+4930123456")).MessageId.Should().Be("a1b2c3d4");
    }

    [Fact]
    public async Task Delete_RemovesOneOrAll()
    {
        await CallAsync("PUT", "/_emulator/faults", """{"faults":[{"kind":"hang"},{"kind":"reset"},{"kind":"delay","delay_ms":5}]}""");

        (await CallAsync("DELETE", "/_emulator/faults/2")).Status.Should().Be(HttpStatusCode.NoContent);
        (await CallAsync("DELETE", "/_emulator/faults/2")).Status.Should().Be(HttpStatusCode.NotFound);
        (await CallAsync("DELETE", "/_emulator/faults/x")).Status.Should().Be(HttpStatusCode.NotFound);
        JsonDocument.Parse(await FaultsAsync()).RootElement.GetProperty("faults").GetArrayLength().Should().Be(2);
        (await CallAsync("DELETE", "/_emulator/faults")).Status.Should().Be(HttpStatusCode.NoContent);
        (await FaultsAsync()).Should().Be("""{"faults":[]}""");
    }

    [Fact]
    public async Task Faults_FromCode_AreListedToo()
    {
        Emulator.ForNext(2).After(TimeSpan.FromSeconds(1.5)).RespondsWith(HttpStatusCode.ServiceUnavailable).When(_ => true).LosesTheAnswer().ForAll().RespondsSlowly(TimeSpan.FromMilliseconds(50));

        (await FaultsAsync()).Should().Be(
            """{"faults":[{"id":1,"kind":"status","status":503,"error":null,"code":null,"retry_after_seconds":null,"delay_ms":1500,"queued":false,"message_id":null,"times":2,"remaining":2,"to":null},"""
            + """{"id":2,"kind":"accept_then_reset","status":null,"error":null,"code":null,"retry_after_seconds":null,"delay_ms":null,"queued":null,"message_id":null,"times":null,"remaining":null,"to":null,"is_conditional":true},"""
            + """{"id":3,"kind":"slow_body","status":null,"error":null,"code":null,"retry_after_seconds":null,"delay_ms":50,"queued":null,"message_id":null,"times":null,"remaining":null,"to":null}]}""");
    }

    [Theory]
    [InlineData("""{"kind":"gateway_html"}""", HttpStatusCode.BadGateway, 0)]
    [InlineData("""{"kind":"gateway_html","status":504,"queued":true}""", HttpStatusCode.GatewayTimeout, 1)]
    [InlineData("""{"kind":"status","status":500,"queued":true}""", HttpStatusCode.InternalServerError, 1)]
    [InlineData("""{"kind":"delay","delay_ms":0}""", HttpStatusCode.OK, 1)]
    [InlineData("""{"kind":"slow_body","delay_ms":0}""", HttpStatusCode.OK, 1)]
    [InlineData("""{"kind":"status","status":429,"code":"slow_down","delay_ms":1,"to":"*"}""", HttpStatusCode.TooManyRequests, 0)]
    public async Task Post_EachKindThatAnswers_DoesAsItSays(string fault, HttpStatusCode status, int queued)
    {
        (await CallAsync("POST", "/_emulator/faults", fault)).Status.Should().Be(HttpStatusCode.Created);

        (await Caller.SendMessageAsync()).Status.Should().Be(status);
        Emulator.Messages.Should().HaveCount(queued);
    }

    [Theory]
    [InlineData("accept_then_reset", 1)]
    [InlineData("reset", 0)]
    public async Task Post_EachKindThatResets_BreaksTheConnection(string kind, int queued)
    {
        await CallAsync("POST", "/_emulator/faults", $$"""{"kind":"{{kind}}"}""");

        await FluentActions.Awaiting(() => Caller.SendMessageAsync()).Should().ThrowAsync<HttpRequestException>();
        Emulator.Messages.Should().HaveCount(queued);
    }

    [Theory]
    [InlineData("\uFEFF{", "The JSON is invalid at line 1, byte 2.")]
    [InlineData("{", "The JSON is invalid at line 1, byte 2.")]
    [InlineData("[]", "The fault must be an object.")]
    [InlineData("{}", "kind is missing: it must be one of status, gateway_html, delay, accept_then_reset, reset, hang, slow_body.")]
    [InlineData("""{"kind":"hangs"}""", "kind is unknown: it must be one of status, gateway_html, delay, accept_then_reset, reset, hang, slow_body.")]
    [InlineData("""{"kind":7}""", "kind is not a string: it must be a string or null.")]
    [InlineData("""{"kind":"hang","retry_after":2}""", "retry_after is not a member of a fault: use id, kind, status, error, code, retry_after_seconds, delay_ms, queued, message_id, times, remaining, to, is_conditional.")]
    [InlineData("""{"kind":"hang","status":500}""", "status does not belong to a fault of the kind hang: leave it out.")]
    [InlineData("""{"kind":"gateway_html","error":"x"}""", "error does not belong to a fault of the kind gateway_html: leave it out.")]
    [InlineData("""{"kind":"status"}""", "status is missing: it must be a whole number from 300 to 599, other than 304, which has no body.")]
    [InlineData("""{"kind":"status","status":200}""", "status is 200: it must be a whole number from 300 to 599, other than 304, which has no body.")]
    [InlineData("""{"kind":"status","status":"503"}""", "status is not a number: it must be a whole number from 300 to 599, other than 304, which has no body.")]
    [InlineData("""{"kind":"gateway_html","status":204}""", "status is 204: it must be a whole number from 200 to 599, other than 204, 205 and 304, which have no body.")]
    [InlineData("""{"kind":"status","status":503,"retry_after_seconds":-1}""", "retry_after_seconds is -1: it must be a whole number from 0 to 86400, or null.")]
    [InlineData("""{"kind":"delay"}""", "delay_ms is missing: it must be a whole number from 0 to 86400000.")]
    [InlineData("""{"kind":"slow_body","delay_ms":1.5}""", "delay_ms is 1.5: it must be a whole number from 0 to 86400000.")]
    [InlineData("""{"kind":"status","status":503,"queued":1}""", "queued is not a boolean: it must be true, false or null.")]
    [InlineData("""{"kind":"reset","queued":true}""", "queued does not belong to a fault of the kind reset: leave it out.")]
    [InlineData("""{"kind":"hang","message_id":"a1b2c3d4"}""", "message_id does not belong to a fault of the kind hang: leave it out.")]
    [InlineData("""{"kind":"delay","delay_ms":0,"message_id":" "}""", "message_id is empty: it must be an id, or null for the next one.")]
    [InlineData("""{"kind":"hang","times":0}""", "times is 0: it must be a whole number from 1, or null for every request.")]
    [InlineData("""{"kind":"hang","to":"555-private"}""", "to is neither a number nor a prefix: it must be a number in E.164 format such as +14155551234, or the beginning of one with an asterisk at its end such as +1415*, or null for any.")]
    public async Task Post_AnInvalidFault_SaysWhatIsWrongAndChangesNothing(string fault, string error)
    {
        await CallAsync("POST", "/_emulator/faults", Busy);
        var before = await FaultsAsync();

        var response = await CallAsync("POST", "/_emulator/faults", fault);

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, error));
        (await FaultsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("[]", "The JSON must be an object whose member faults is an array.")]
    [InlineData("""{"faults":{}}""", "The JSON must be an object whose member faults is an array.")]
    [InlineData("""{"faults":[],"more":1}""", "more is not a member of a list of faults: use faults.")]
    [InlineData("""{"faults":[{"kind":"hang"},{"kind":"hang","times":"1"}]}""", "faults[1].times is not a number: it must be a whole number from 1, or null for every request.")]
    [InlineData("""{"faults":[7]}""", "faults[0] must be an object.")]
    [InlineData("{\"faults\":[{\"kind\":\"\\uD83D\"}]}", "The JSON contains a string that is not valid Unicode.")]
    public async Task Put_AnInvalidList_SaysWhatIsWrongAndChangesNothing(string faults, string error)
    {
        await CallAsync("POST", "/_emulator/faults", Busy);
        var before = await FaultsAsync();

        var response = await CallAsync("PUT", "/_emulator/faults", faults);

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, error));
        (await FaultsAsync()).Should().Be(before);
    }

    private async Task<string> FaultsAsync() => (await CallAsync("GET", "/_emulator/faults")).Text;

    [Fact]
    public async Task TheSchema_HasTheMembersAndKindsThatAreRead_AndAFileMayNameIt()
    {
        using var response = await SendAsync("GET", "/_emulator/faults.schema.json");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/schema+json");
        using var schema = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var members = schema.RootElement.GetProperty("$defs").GetProperty("fault").GetProperty("properties");

        var unknownMember = (await CallAsync("POST", "/_emulator/faults", """{"kinds":"hang"}""")).Error;
        unknownMember.Should().EndWith("use " + string.Join(", ", members.EnumerateObject().Select(member => member.Name)) + ".");
        var unknownKind = (await CallAsync("POST", "/_emulator/faults", """{"kind":"late"}""")).Error;
        unknownKind.Should().EndWith("one of " + string.Join(", ", members.GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString())) + ".");
        (await CallAsync("PUT", "/_emulator/faults", """{"$schema":"faults.schema.json","faults":[{"kind":"hang"}]}""")).Status.Should().Be(HttpStatusCode.OK);
    }
}
