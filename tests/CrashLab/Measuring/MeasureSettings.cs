namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>With how many processes and sends at once in each is measured, how long, and beside how many rows that are settled already.</summary>
internal sealed record MeasureSettings(int[] Processes, int[] Concurrencies, int Rounds, TimeSpan Duration, int Rows);
