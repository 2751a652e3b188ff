using System.Text.Json.Nodes;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The emulator accepts the bodies that the document shows, and refuses those that its schemas refuse.</summary>
public sealed class DocumentedRequestsTests : DocumentTest
{
    public static TheoryData<string, string> Examples =>
        [.. from operation in ControlApiDocument.Operations from example in operation.RequestExamples select new TheoryDataRow<string, string>(operation.Id, example.Key)];

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
    public async Task ABodyThatIsNoObject_IsRefused(string id)
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
