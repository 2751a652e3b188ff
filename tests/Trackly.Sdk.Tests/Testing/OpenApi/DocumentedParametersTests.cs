using System.Globalization;
using System.Net;
using Microsoft.OpenApi;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The emulator accepts the documented query parameters with the documented values, and refuses all others.</summary>
public sealed class DocumentedParametersTests : DocumentTest
{
    public static TheoryData<string, string> Parameters =>
        [.. from operation in ControlApiDocument.Operations from parameter in operation.QueryParameters select new TheoryDataRow<string, string>(operation.Id, parameter.Name!)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task AnUnknownParameter_IsRefused_WithTheNamesOfTheDocumentedOnes(string id)
    {
        var operation = ControlApiDocument.Find(id);
        var names = operation.QueryParameters.Select(static parameter => parameter.Name).ToList();

        var response = await CallAsync(operation.Method, operation.Fill() + "?limt=1");

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, names.Count == 0
            ? "limt is not a parameter of this path, which has none."
            : $"limt is not a parameter of this path: use {string.Join(", ", names)}."));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task AValue_IsAccepted_IfItFitsTheSchema_AndOnlyThen(string id, string name)
    {
        var operation = ControlApiDocument.Find(id);
        var parameter = operation.QueryParameters.Single(parameter => parameter.Name == name);
        await FillAsync();

        foreach (var value in FindValues(parameter).Distinct())
        {
            var fits = DocumentedSchemas.FindErrorsOfRequest(parameter.Schema!, ToJson(parameter.Schema!, value)).Count == 0;
            var status = await CallAsDocumentedAsync(operation, $"{operation.Fill()}?{name}={Uri.EscapeDataString(value)}");
            status.Should().Be(fits ? 200 : 400, "{0}={1}", name, value);
        }

        (await CallAsDocumentedAsync(operation, $"{operation.Fill()}?{name}={FindValues(parameter)[0]}&{name}={FindValues(parameter)[0]}")).Should().Be(400, "it is given twice");
    }

    // At the limits of the schema and beyond them.
    private static IReadOnlyList<string> FindValues(IOpenApiParameter parameter) => parameter.Schema switch
    {
        { Enum: { Count: > 0 } names } => [.. names.Select(static name => name.ToString()), "odd", "NULL"],
        { Type: JsonSchemaType.Boolean } => ["true", "false", "maybe", "True", "1"],
        { Type: JsonSchemaType.Integer } numbers =>
        [
            numbers.Minimum!, Add(numbers.Minimum!, -1), numbers.Maximum ?? "9223372036854775807", Add(numbers.Maximum ?? "9", 1), "1.5", "one", "+1",
        ],
        { Type: JsonSchemaType.String, MaxLength: { } length } => [parameter.Example!.ToString(), new string('x', length + 1)],
        _ => throw new ArgumentException($"The schema of {parameter.Name} has no limits.", nameof(parameter)),
    };

    private static string Add(string number, int value) => (long.Parse(number, CultureInfo.InvariantCulture) + value).ToString(CultureInfo.InvariantCulture);

    private static string ToJson(IOpenApiSchema schema, string value) => schema.Type switch
    {
        JsonSchemaType.Integer when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && value[0] != '+' => value,
        JsonSchemaType.Boolean when value is "true" or "false" => value,
        _ => System.Text.Json.JsonSerializer.Serialize(value),
    };
}
