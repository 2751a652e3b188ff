using System.Text.Json.Nodes;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The emulator accepts the bodies that the document shows, and refuses those that its schemas refuse.</summary>
public sealed class DocumentedRequestsTests : DocumentTest
{
    public static TheoryData<string, string> Examples =>
        [.. from operation in ControlApiDocument.Operations from example in operation.RequestExamples select new TheoryDataRow<string, string>(operation.Id, example.Key)];

    /// <summary>Operations, bodies with a place for a value, and values at the limits and beyond them.</summary>
    public static TheoryData<string, string, string[]> Values => new()
    {
        { "putAccount", """{"is_suspended":$}""", ["null", "true", "false", "1", "\"true\""] },
        { "putAccount", """{"requests_per_second":$}""", ["null", "0", "1", "2147483647", "2147483648", "1.5", "\"1\""] },
        { "putAccount", """{"keys":$}""", ["null", "[]", "[\"trk_1\"]", "[\"two words\"]", "[\"\"]", "[null]", "\"trk_1\""] },
        { "putAccount", """{"lists":$}""", ["null", "[]", "[{}]", "[null]", "{}"] },
        {
            "putAccount", """{"lists":[{"number":$}]}""",
            ["null", "\"+18005553000\"", "\"18005553000\"", "\"+0\"", "\"+1\"", "\"+12\"", "\"+123456789012345\"", "\"+1234567890123456\""]
        },
        { "putAccount", """{"lists":[{"number":"+18005553000","status":$}]}""", ["null", "\"active\"", "\"paused\"", "\"unverified\"", "\"busy\"", "\"Paused\"", "1"] },
        { "putAccount", """{"delivery":$}""", ["null", "{}", "[]", "{\"delay\":1}"] },
        { "putAccount", """{"delivery":{"webhook_address":$}}""", ["null", "\"http://localhost:5000/hooks\"", "\"/hooks\"", "\"\"", "1"] },
        { "putAccount", """{"delivery":{"report_delay_ms":$}}""", ["null", "-1", "0", "86400000", "86400001"] },
        { "putAccount", """{"delivery":{"messages_per_minute_per_list":$}}""", ["null", "0", "1", "2147483647", "2147483648"] },
        { "putAccount", """{"delivery":{"statuses":$}}""", ["null", "{}", "[]", "{\"gone\":1}"] },
        { "putAccount", """{"delivery":{"statuses":{"delivered":$,"expired":1}}}""", ["null", "-1", "0", "1000000", "1000001", "0.5"] },
        { "reply", """{"phone_number":$,"text":"Hi","list_number":"+18005551000"}""", ["null", "\"+14155551234\"", "\"14155551234\"", "1"] },
        {
            "reply", """{"phone_number":"+14155551234","text":$,"list_number":"+18005551000"}""",
            ["null", "\"\"", "\" \"", "\"a\"", $"\"{new string('a', 1_600)}\"", $"\"{new string('a', 1_601)}\""]
        },
        { "reset", """{"seed":$}""", ["null", "-2147483649", "-2147483648", "2147483647", "2147483648", "\"1\""] },
        { "replaceFaults", """{"faults":$}""", ["null", "[]", "{}", "[null]", "[{\"kind\":\"hang\"}]"] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AValue_IsAccepted_IfItFitsTheSchema_AndOnlyThen(string id, string body, string[] values)
    {
        var operation = ControlApiDocument.Find(id);
        foreach (var json in values.Select(value => body.Replace("$", value, StringComparison.Ordinal)))
        {
            var fits = DocumentedSchemas.FindErrorsOfRequest(operation.RequestSchema!, json).Count == 0;

            var status = await CallAsDocumentedAsync(operation, operation.Fill(), json);

            (status < 300).Should().Be(fits, "{0} got {1}", json, status);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task AnExample_IsAccepted(string id, string name)
    {
        var operation = ControlApiDocument.Find(id);

        (await CallAsDocumentedAsync(operation, operation.Fill(), operation.RequestExamples[name].ToJsonString())).Should().BeInRange(200, 299);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task AnExampleWithAMemberThatDoesNotFit_IsRefused(string id, string name)
    {
        var operation = ControlApiDocument.Find(id);
        foreach (var body in Spoil(operation.RequestExamples[name]).Select(static body => body.ToJsonString()).ToList())
        {
            DocumentedSchemas.FindErrorsOfRequest(operation.RequestSchema!, body).Should().NotBeEmpty(body);
            (await CallAsDocumentedAsync(operation, operation.Fill(), body)).Should().Be(400, body);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task ABodyThatIsNotAnObject_IsRefused(string id)
    {
        var operation = ControlApiDocument.Find(id);
        if (operation.RequestSchema is null)
            return;
        foreach (var body in new[] { "[]", "1", "null", "{\"" })
            (await CallAsDocumentedAsync(operation, operation.Fill(), body)).Should().Be(400, body);
    }

    /// <summary>Copies of a JSON value, each with one member that has another type or another name.</summary>
    private static IEnumerable<JsonNode> Spoil(JsonNode example)
    {
        if (example is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                foreach (var spoiled in Spoil(items[index]!))
                    yield return Replace(items, index, spoiled);
            }
        }

        if (example is not JsonObject members)
            yield break;
        yield return new JsonObject([.. members.Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())), new("unknown", 1)]);
        foreach (var (name, value) in members)
        {
            yield return With(members, name, new JsonArray(new JsonObject { ["unknown"] = 1 }));
            foreach (var spoiled in Spoil(value!))
                yield return With(members, name, spoiled);
        }
    }

    private static JsonNode With(JsonObject members, string name, JsonNode value)
    {
        var copy = members.DeepClone();
        copy[name] = value.DeepClone();
        return copy;
    }

    private static JsonNode Replace(JsonArray items, int index, JsonNode value)
    {
        var copy = items.DeepClone();
        copy[index] = value.DeepClone();
        return copy;
    }
}
