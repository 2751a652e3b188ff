using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.OpenApi;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>Evaluates the schemas of the document. OpenAPI 3.1 has those of JSON Schema 2020-12.</summary>
internal static class DocumentedSchemas
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private static readonly ConcurrentDictionary<string, JsonSchema> Built = new();

    /// <returns>What does not fit, with its place. A member that is not documented does not fit a response.</returns>
    public static IReadOnlyList<string> FindErrorsOfResponse(IOpenApiSchema schema, string json) => FindErrorsOfResponse(Serialize(schema), json);

    public static IReadOnlyList<string> FindErrorsOfResponse(string schema, string json) => FindErrors(schema, json, isStrict: true);

    public static IReadOnlyList<string> FindErrorsOfRequest(IOpenApiSchema schema, string json) => FindErrors(Serialize(schema), json, isStrict: false);

    private static IReadOnlyList<string> FindErrors(string schema, string json, bool isStrict)
    {
        using var instance = JsonDocument.Parse(json);
        var results = Built.GetOrAdd($"{schema} {isStrict}", _ => Build(schema, isStrict)).Evaluate(instance.RootElement, Options);
        if (results.IsValid)
            return [];
        var errors = from detail in results.Details ?? [] from error in detail.Errors ?? [] select $"{detail.InstanceLocation} {detail.EvaluationPath}: {error.Value}";
        return ["It does not fit:", .. errors];
    }

    private static JsonSchema Build(string schema, bool isStrict)
    {
        var definitions = JsonNode.Parse(ControlApiDocument.Text)!["components"]!["schemas"]!.DeepClone();
        var root = new JsonObject { ["allOf"] = new JsonArray(JsonNode.Parse(schema)), ["$defs"] = definitions };
        if (isStrict)
            RefuseOtherMembers(root);
        return JsonSchema.FromText(root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    private static void RefuseOtherMembers(JsonNode? node)
    {
        if (node is JsonObject { } schema && schema["properties"] is JsonObject && !schema.ContainsKey("additionalProperties"))
            schema["additionalProperties"] = false;
        foreach (var child in node switch { JsonObject members => members.Select(static member => member.Value), JsonArray items => items, _ => [] })
            RefuseOtherMembers(child);
    }

    private static string Serialize(IOpenApiSchema schema)
    {
        using var text = new StringWriter();
        schema.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
