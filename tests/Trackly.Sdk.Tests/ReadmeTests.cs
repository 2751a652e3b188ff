using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.GetPath("README.md"));

    [Fact]
    public void ThreeLinesOfCode_SendTheFirstMessage() =>
        Readme.Split("```csharp\n")[1].Split("```")[0].Trim().Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("using Trackly", StringComparison.Ordinal)).Should().HaveCount(3);

    [Fact]
    public void QuickStart_FitsTwentyFiveLines() =>
        File.ReadLines(Repository.GetPath("samples/QuickStart/Program.cs")).Count().Should().BeLessThanOrEqualTo(25);

    [Fact]
    public void FirstScreen_ShowsBothCommands() =>
        string.Join("\n", Readme.Split('\n').Take(24)).Should().Contain("\ndotnet run --project samples/QuickStart\ndotnet test\n");
}
