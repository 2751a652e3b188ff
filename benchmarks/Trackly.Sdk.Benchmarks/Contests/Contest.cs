namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>Runs every competitor once in each round, and reverses the order from round to round.</summary>
internal static class Contest
{
    private const int WarmUps = 4;

    public static async Task RunAsync<TSample>(IReadOnlyList<Competitor<TSample>> competitors, int rounds = 32)
    {
        for (var round = 0; round < WarmUps + rounds; round++)
        {
            foreach (var competitor in round % 2 == 0 ? competitors : competitors.Reverse())
                await competitor.RunAsync(isKept: round >= WarmUps);
        }
    }
}
