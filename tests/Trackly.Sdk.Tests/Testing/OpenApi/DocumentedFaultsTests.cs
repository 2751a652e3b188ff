using System.Text.Json.Nodes;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The schema of a fault, which editors use for files of faults, accepts what the emulator accepts, and nothing else.</summary>
public sealed class DocumentedFaultsTests : DocumentTest
{
    private static readonly string[] Starts =
    [
        """{"kind":"status","status":503}""", """{"kind":"gateway_html"}""", """{"kind":"delay","delay_ms":0}""", """{"kind":"slow_body","delay_ms":0}""",
        """{"kind":"accept_then_reset"}""", """{"kind":"reset"}""", """{"kind":"hang"}""",
    ];

    public static TheoryData<string, string[]> Values => new()
    {
        { "kind", ["null", "\"odd\"", "1"] },
        { "status", ["null", "199", "200", "204", "205", "299", "300", "304", "599", "600", "503.5", "\"503\""] },
        { "error", ["null", "\"Busy\"", "1"] },
        { "code", ["null", "\"busy\"", "1"] },
        { "retry_after_seconds", ["null", "-1", "0", "86400", "86401", "\"1\""] },
        { "delay_ms", ["null", "-1", "0", "86400000", "86400001", "\"1\""] },
        { "queued", ["null", "true", "false", "1"] },
        { "message_id", ["null", "\"\"", "\" \"", "\"abc\"", "1"] },
        { "times", ["null", "0", "1", "2147483647", "\"1\""] },
        {
            "to",
            [
                "null", "\"*\"", "\"+*\"", "\"+1415*\"", "\"+123456789012345*\"", "\"+1234567890123456*\"", "\"+14155551234\"", "\"+1\"", "\"14155551234\"", "\"+1415\\n*\"", "1",
            ]
        },
        { "tos", ["null", "\"*\""] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AFault_IsAccepted_IfItFitsTheSchema_AndOnlyThen(string member, string[] values)
    {
        var operation = ControlApiDocument.Find("addFault");
        foreach (var (start, value) in from start in Starts from value in values select (start, value))
        {
            var fault = JsonNode.Parse(start)!;
            fault[member] = JsonNode.Parse(value);
            var json = fault.ToJsonString();

            var fits = DocumentedSchemas.FindErrorsOfRequest(operation.RequestSchema!, json).Count == 0;

            (await CallAsDocumentedAsync(operation, operation.Fill(), json)).Should().Be(fits ? 201 : 400, json);
        }
    }
}
