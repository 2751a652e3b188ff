using Spectre.Console;

namespace Campaign;

/// <summary>Shows how far a campaign has got: a bar in a terminal, and a line now and then in a pipe.</summary>
internal static class ProgressDisplay
{
    private const int RowsPerLine = 1_000;

    public static async Task ShowAsync(CampaignRun run, int total, Func<Action, Task> send)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            await send(() =>
            {
                if (run.Tally.Done is var done && done % RowsPerLine == 0)
                    Console.WriteLine($"{done} of {total}: {run.Tally}");
            });
            return;
        }

        await AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("", maxValue: total);
                await send(() =>
                {
                    bar.Value = run.Tally.Done;
                    bar.Description = $"{run.Tally}";
                });
            });
    }
}
