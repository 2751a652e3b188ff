using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>Calls a running emulator, and checks each response against the document.</summary>
public abstract class DocumentTest : ControlApiTest
{
    private readonly TestClock _clock = new();

    public static TheoryData<string> Operations => [.. ControlApiDocument.Operations.Select(static operation => operation.Id)];

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    private protected async Task<int> CallAsDocumentedAsync(DocumentedOperation operation, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(operation.Method, path, json, headers);
        var status = (int)response.StatusCode;
        operation.Operation.Responses.Should().ContainKey($"{status}", "{0} {1} must be documented", operation.Method, path);
        var documented = operation.Operation.Responses![$"{status}"];
        foreach (var header in documented.Headers?.Keys ?? [])
            response.Headers.Contains(header).Should().BeTrue(header);

        var type = response.Content.Headers.ContentType?.MediaType;
        if (documented.Content is not { Count: > 0 } content)
        {
            (type, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEquivalentTo((default(string), Array.Empty<byte>()));
            return status;
        }

        content.Should().ContainSingle().Which.Key.Should().Be(type);
        if (type != "text/event-stream")
            DocumentedSchemas.FindErrorsOfResponse(content[type!].Schema!, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
        return status;
    }

    /// <summary>Has something of everything that a response can show.</summary>
    private protected async Task FillAsync()
    {
        Emulator.ReplaceFaults("""
            {
              "faults": [
                { "kind": "status", "status": 503, "error": "Busy", "code": "busy", "retry_after_seconds": 2, "delay_ms": 5, "to": "+4930*" },
                { "kind": "gateway_html", "queued": true, "times": 1, "to": "+14155550102" }
              ]
            }
            """);
        Emulator.When(static request => request.To == "+14155550103").Hangs();
        Emulator.Account.RequestsPerSecond = 1_000;
        Emulator.Account.Delivery.WebhookAddress = new Uri(Emulator.InboxAddress, "nowhere");
        await Caller.SendAsync("""
            {
              "to": "+14155551234", "list_number": "+18005551000", "body": "Grüße ✓ {{nickname}} https://shop.example/parcels?id=7 https://shop.example/größe http://[x|y", "wrap_links": true,
              "metadata": { "order_id": "A-1042" }, "contact_data": { "first_name": "Ann" }
            }
            """);
        await Caller.SendMessageAsync(new string('x', 1_500), "+14155550102");
        await Caller.SendMessageAsync(new string('x', 5_000), new string('1', 300), new string('2', 300));
        await Caller.SendAsync("{}", "v2/" + new string('x', 300));
        await Caller.SendMessageAsync(key: "trk_wrong");
        await Caller.SendMessageAsync(to: "+14155550104", list: "+18005559999");
        const string Contact = """{"phone_number":"+14155550105","list_number":"+18005551000","custom_fields":{"vip":true}}""";
        (await Caller.SendAsync(Contact, "v2/contacts")).Status.Should().Be(HttpStatusCode.OK);
        Emulator.Reply("+14155551234", "STOP");
        Emulator.Reply("+14155550106", "Hello?", "+18005551000");
        await Emulator.Webhooks.SendNowAsync(1, TestContext.Current.CancellationToken);
        Emulator.Account.Delivery.WebhookAddress = new Uri("http://127.0.0.1:1/nobody");
        await Emulator.Webhooks.SendNowAsync(2, TestContext.Current.CancellationToken);
    }
}
