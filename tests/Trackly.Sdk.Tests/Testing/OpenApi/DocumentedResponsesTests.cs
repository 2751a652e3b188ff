using System.Net;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>Each documented response is one that the emulator gives, and each that it gives is documented.</summary>
public sealed class DocumentedResponsesTests : DocumentTest
{
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task EachDocumentedResponse_IsServed_AndFitsItsSchema(string id)
    {
        var operation = ControlApiDocument.Find(id);
        var body = operation.RequestExamples.Values.FirstOrDefault()?.ToJsonString();
        await FillAsync();

        List<int> served =
        [
            await CallAsDocumentedAsync(operation, operation.Fill() + "?unknown=1", body),
            await CallAsDocumentedAsync(operation, operation.Fill(), body, ("Host", "elsewhere.example")),
            await CallAsDocumentedAsync(operation, operation.Fill(), body, ("Origin", "http://elsewhere.example")),
            await CallAsDocumentedAsync(operation, operation.Fill("9999"), body),
            await CallAsDocumentedAsync(operation, operation.Fill(), body),
        ];

        served.Take(3).Should().Equal(400, 403, 403);
        served[^1].Should().BeInRange(200, 299);
        served.Distinct().Select(static status => $"{status}").Should().BeEquivalentTo(operation.Operation.Responses!.Keys);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task AnotherMethod_Is405_WithTheDocumentedOnes(string id)
    {
        var path = ControlApiDocument.Find(id).Path;
        var methods = ControlApiDocument.Operations.Where(other => other.Path == path).Select(static other => other.Method).ToList();

        using var response = await SendAsync("PATCH", ControlApiDocument.Find(id).Fill());

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().BeEquivalentTo([.. methods, .. methods.Contains("GET") ? (string[])["HEAD"] : []]);
        var error = ControlApiDocument.Model.Components!.Schemas!["Error"];
        DocumentedSchemas.FindErrorsOfResponse(error, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Head_IsServedWhereverGetIs_WithTheSameHeaders(string id)
    {
        var operation = ControlApiDocument.Find(id);
        if (operation.Method != "GET")
            return;
        await FillAsync();
        using var get = await SendAsync("GET", operation.Fill());

        using var head = await SendAsync("HEAD", operation.Fill());

        (head.StatusCode, head.Content.Headers.ContentType, head.Headers.CacheControl).Should().Be((get.StatusCode, get.Content.Headers.ContentType, get.Headers.CacheControl));
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }
}
