namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>Rounds in which every competitor has its turn; the order turns round from one to the next.</summary>
internal static class Contest
{
    private const int WarmUps = 4;
    private const int Rounds = 24;

    public static async Task RunAsync(IReadOnlyList<Competitor> competitors, Func<Competitor, Task<Turn>> turn)
    {
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (var competitor in round % 2 == 0 ? competitors : competitors.Reverse())
            {
                var seen = await turn(competitor);
                if (round >= WarmUps)
                    competitor.Turns.Add(seen);
            }
        }
    }
}
