using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The document itself: valid, complete and in agreement with the routes.</summary>
public sealed class DocumentTests : DocumentTest
{
    [Fact]
    public async Task Document_IsValid_AndServedAsItIs()
    {
        var served = await CallAsync("GET", "/_emulator/openapi.json");

        served.Text.Should().Be(ControlApiDocument.Text);
        (ControlApiDocument.Diagnostic.Errors, ControlApiDocument.Diagnostic.Warnings).Should().BeEquivalentTo((Array.Empty<OpenApiError>(), Array.Empty<OpenApiError>()));
        ControlApiDocument.Diagnostic.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
        var version = (await CallAsync("GET", "/_emulator/version")).Json.GetProperty("version").GetString();
        version!.Split('-')[0].Should().Be(ControlApiDocument.Model.Info.Version, "a new version of the package is one of its API too");
    }

    [Fact]
    public void Routes_AreThoseOfTheDocument()
    {
        var services = typeof(TracklyEmulator).GetField("_services", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Emulator);
        var control = typeof(TracklyEmulator).Assembly.GetType("Trackly.Sdk.Testing.Emulator.Control.ControlApi")!;
        var routes = ((System.Collections.IEnumerable)control.GetMethod("CreateRoutes")!.Invoke(null, [services])!).Cast<object>()
            .Select(static route => $"{route.GetType().GetProperty("Method")!.GetValue(route)} {route.GetType().GetProperty("Path")!.GetValue(route)}");

        routes.Should().BeEquivalentTo(ControlApiDocument.Operations.Select(static operation => $"{operation.Method} {operation.Path}"));
    }

    [Fact]
    public void EachPart_IsDescribed()
    {
        var tags = ControlApiDocument.Model.Tags!.Select(static tag => tag.Name);
        foreach (var operation in ControlApiDocument.Operations)
        {
            operation.Operation.Summary.Should().EndWith(".", operation.Id);
            operation.Operation.Tags!.Select(static tag => tag.Name).Should().ContainSingle().Which.Should().BeOneOf(tags);
            operation.Parameters.Where(static parameter => !parameter.Description!.EndsWith('.')).Should().BeEmpty(operation.Id);
            operation.Operation.Responses!.Values.Should().OnlyContain(static response => response.Description!.EndsWith('.'), operation.Id);
        }

        ControlApiDocument.Operations.Select(static operation => operation.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void EachExample_FitsItsSchema()
    {
        foreach (var operation in ControlApiDocument.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Example is not null))
                DocumentedSchemas.FindErrorsOfRequest(parameter.Schema!, parameter.Example!.ToJsonString()).Should().BeEmpty(parameter.Name);
            foreach (var (name, example) in operation.RequestExamples)
                DocumentedSchemas.FindErrorsOfRequest(operation.RequestSchema!, example.ToJsonString()).Should().BeEmpty(name);
            var contents = operation.Operation.Responses!.Values.SelectMany(static response => response.Content?.Values ?? []);
            foreach (var content in contents.Where(static content => content.Example is not null))
                DocumentedSchemas.FindErrorsOfResponse(content.Schema!, content.Example!.ToJsonString()).Should().BeEmpty(operation.Id);
        }
    }

    [Fact]
    public async Task ARequestedFault_HasTheSchemaOfFaultFiles() =>
        JsonNode.DeepEquals(
            JsonNode.Parse(ControlApiDocument.Text)!["components"]!["schemas"]!["FaultRequest"],
            JsonNode.Parse((await CallAsync("GET", "/_emulator/faults.schema.json")).Text)!["$defs"]!["fault"]).Should().BeTrue();
}
