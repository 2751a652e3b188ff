namespace Trackly.Sdk.Tests.Testing;

/// <summary>Reads server-sent events, a block at a time.</summary>
internal sealed class EventReader(HttpResponseMessage response) : IDisposable
{
    private readonly StreamReader _lines = new(response.Content.ReadAsStream());

    /// <returns>The lines of the next block; null at the end.</returns>
    public async Task<IReadOnlyList<string>?> NextAsync()
    {
        List<string> block = [];
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0)
                return block;
            block.Add(line);
        }

        return null;
    }

    public void Dispose()
    {
        _lines.Dispose();
        response.Dispose();
    }
}
