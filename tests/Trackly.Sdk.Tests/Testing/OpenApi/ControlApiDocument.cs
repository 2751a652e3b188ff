using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The OpenAPI document that the package has.</summary>
internal static class ControlApiDocument
{
    private static readonly ReadResult Result = OpenApiDocument.Parse(Text, OpenApiConstants.Json);

    public static string Text => Read();

    public static OpenApiDocument Model => Result.Document!;

    public static OpenApiDiagnostic Diagnostic => Result.Diagnostic!;

    public static IReadOnlyList<DocumentedOperation> Operations { get; } =
    [
        .. from path in Model.Paths
           from operation in path.Value.Operations!
           select new DocumentedOperation(operation.Key.Method, path.Key, operation.Value, [.. path.Value.Parameters ?? [], .. operation.Value.Parameters ?? []]),
    ];

    public static DocumentedOperation Find(string id) => Operations.Single(operation => operation.Id == id);

    private static string Read()
    {
        using var resource = new StreamReader(typeof(TracklyEmulator).Assembly.GetManifestResourceStream("Inbox/openapi.json")!);
        return resource.ReadToEnd();
    }
}
