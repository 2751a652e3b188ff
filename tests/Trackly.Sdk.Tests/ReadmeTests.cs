using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.GetPath("README.md"));

    [Fact]
    public void QuickStart_IsQuotedWhole_AndFitsTwentyFiveLines()
    {
        var program = File.ReadAllText(Repository.GetPath("samples/QuickStart/Program.cs")).TrimEnd();

        Readme.Should().Contain($"```csharp\n{program}\n```");
        program.Split('\n').Length.Should().BeLessThanOrEqualTo(25);
    }

    [Fact]
    public void FirstScreen_ShowsBothCommands() =>
        string.Join("\n", Readme.Split('\n').Take(30)).Should().Contain("\ndotnet run --project samples/QuickStart\ndotnet test\n");
}
