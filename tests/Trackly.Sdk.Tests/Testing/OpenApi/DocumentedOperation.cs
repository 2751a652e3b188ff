using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>A method and a path of the document.</summary>
internal sealed record DocumentedOperation(string Method, string Path, OpenApiOperation Operation, IReadOnlyList<IOpenApiParameter> Parameters)
{
    public string Id => Operation.OperationId!;

    public IEnumerable<IOpenApiParameter> QueryParameters => Parameters.Where(static parameter => parameter.In is ParameterLocation.Query);

    public IOpenApiSchema? RequestSchema => Operation.RequestBody?.Content!["application/json"].Schema;

    public IReadOnlyDictionary<string, JsonNode> RequestExamples =>
        Operation.RequestBody?.Content!["application/json"].Examples!.ToDictionary(static example => example.Key, static example => example.Value.Value!) ?? [];

    /// <summary>Returns the path with the examples of its parameters, or with something that does not exist.</summary>
    public string Fill(string? other = null) => Parameters.Where(static parameter => parameter.In is ParameterLocation.Path)
        .Aggregate(Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", other ?? parameter.Example!.ToString(), StringComparison.Ordinal));
}
