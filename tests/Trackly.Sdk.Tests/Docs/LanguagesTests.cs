using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>.ci/packages compiles and runs these files in the language that the page names; the page shows them whole.</summary>
public sealed class LanguagesTests
{
    [Theory]
    [InlineData("csharp 7.3", "tests/Package.CSharp7/OrderMessages.cs")]
    [InlineData("fsharp", "tests/Package.FSharp/InvoiceMessages.fs")]
    [InlineData("vb", "tests/Package.VisualBasic/ShippingMessages.vb")]
    public void Page_ShowsTheFileThatIsCompiled(string language, string file) =>
        File.ReadAllText(Repository.GetPath("docs/dotnet-framework.md"))
            .Should().Contain($"```{language}\n{File.ReadAllText(Repository.GetPath(file)).TrimEnd()}\n```");

    [Fact]
    public void OtherPages_ShowNoneOfTheseLanguages() =>
        Page.All.Where(static page => page.Fences.Any(static fence => fence.Info is "csharp 7.3" or "fsharp" or "vb")).Select(static page => page.Name)
            .Should().Equal("docs/dotnet-framework.md");
}
