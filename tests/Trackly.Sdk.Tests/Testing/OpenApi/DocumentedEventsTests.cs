using System.Text.Json;

namespace Trackly.Sdk.Tests.Testing.OpenApi;

/// <summary>The events that the stream sends are the documented ones, with the documented data.</summary>
public sealed class DocumentedEventsTests : DocumentTest
{
    [Theory]
    [InlineData("")]
    [InlineData("?summary=true")]
    public async Task EachEvent_FitsItsSchema(string query)
    {
        var schemas = JsonDocument.Parse(ControlApiDocument.Text).RootElement.GetProperty("paths").GetProperty("/_emulator/events").GetProperty("get").GetProperty("responses")
            .GetProperty("200").GetProperty("content").GetProperty("text/event-stream").GetProperty("x-events");
        HashSet<string> missing = [.. schemas.EnumerateObject().Select(static schema => schema.Name)];

        // It tells a reader that it was too slow, which this one is not.
        missing.Remove("missed");
        using var events = new EventReader(await SendAsync("GET", "/_emulator/events" + query));
        await FillAsync();

        try
        {
            await ReadAllAsync();
        }
        catch (TimeoutException)
        {
            missing.Should().BeEmpty("each documented event is sent");
            throw;
        }

        async Task ReadAllAsync()
        {
            while (missing.Count > 0)
            {
                // Not before, because a stream that has not come to the messages yet would leave them out.
                if (missing.SetEquals(["cleared"]))
                    Emulator.Clear();
                var block = await events.NextAsync();
                if (block[0].StartsWith(':'))
                    continue;
                var name = block[0]["event: ".Length..];
                schemas.TryGetProperty(name, out var schema).Should().BeTrue(name);
                DocumentedSchemas.FindErrorsOfResponse(schema.GetRawText(), block[^1]["data: ".Length..]).Should().BeEmpty(name);
                missing.Remove(name);
            }
        }
    }
}
