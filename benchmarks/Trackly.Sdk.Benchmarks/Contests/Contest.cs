namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>Rounds in which every competitor has its turn; the order turns round from one to the next.</summary>
internal static class Contest
{
    private const int WarmUps = 4;

    public static async Task RunAsync<TSeen>(IReadOnlyList<Competitor<TSeen>> competitors, int rounds = 32)
    {
        for (var round = 0; round < WarmUps + rounds; round++)
        {
            foreach (var competitor in round % 2 == 0 ? competitors : competitors.Reverse())
                await competitor.TakeTurnAsync(counts: round >= WarmUps);
        }
    }
}
