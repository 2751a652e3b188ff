using System.Globalization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The rows of an import, the same each time.</summary>
internal static class ImportRows
{
    public const int FaultyPercent = 2;

    private const int Every = 100 / FaultyPercent;

    /// <summary>Returns the number of a row. That of a faulty one is none.</summary>
    public static string GetNumber(int row) => row % Every == 0 ? "call me" : string.Create(CultureInfo.InvariantCulture, $"+1415{row:0000000}");

    public static int CountFaulty(int rows) => (rows + Every - 1) / Every;
}
