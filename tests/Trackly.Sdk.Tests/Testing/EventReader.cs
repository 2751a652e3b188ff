using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Reads server-sent events, a block at a time, for at most a minute: an event that does not come fails the test.</summary>
internal sealed class EventReader(HttpResponseMessage response) : IDisposable
{
    private readonly StreamReader _lines = new(response.Content.ReadAsStream());
    private readonly CancellationTokenSource _limit = new(WaitLimit.Duration);
    private string _last = "nothing";

    /// <returns>The lines of the next block.</returns>
    /// <exception cref="IOException">The stream has ended.</exception>
    /// <exception cref="TimeoutException">The minute is over.</exception>
    public async Task<IReadOnlyList<string>> NextAsync()
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, TestContext.Current.CancellationToken);
        List<string> block = [];
        try
        {
            while (await _lines.ReadLineAsync(ended.Token) is { } line)
            {
                if (line.Length > 0)
                {
                    block.Add(line);
                    continue;
                }

                _last = block.Count > 0 ? block[0] : "an empty block";
                return block;
            }
        }
        catch (OperationCanceledException) when (_limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The expected event did not come within a minute. The last block was: {_last}.");
        }

        throw new EndOfStreamException($"The stream ended. The last block was: {_last}.");
    }

    public void Dispose()
    {
        _lines.Dispose();
        response.Dispose();
        _limit.Dispose();
    }
}
