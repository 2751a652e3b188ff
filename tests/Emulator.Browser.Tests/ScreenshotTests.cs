using Emulator.Browser.Tests.Support;
using Trackly.Sdk.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>Draws the pictures of docs/inbox.md, for which alone .ci/pictures runs it.</summary>
public sealed class ScreenshotTests(Browsers browsers) : InboxTest(browsers)
{
    protected override string View => "#/";

    [Theory(Explicit = true)]
    [InlineData("inbox-light", "light", 1440, 900, "details")]
    [InlineData("inbox-dark", "dark", 1280, 860, "faults")]
    [InlineData("inbox-thread", "light", 1280, 860, "thread")]
    [InlineData("inbox-refused", "dark", 1280, 860, "refused")]
    [InlineData("inbox-contacts", "light", 1280, 860, "contacts")]
    [InlineData("inbox-messages", "light", 1280, 860, "messages")]
    [InlineData("inbox-empty", "light", 1280, 860, "empty")]
    [InlineData("inbox-one", "dark", 1280, 860, "one")]
    [InlineData("inbox-fifty", "light", 1280, 860, "fifty")]
    [InlineData("inbox-many", "dark", 1280, 860, "many")]
    [InlineData("inbox-phone", "light", 390, 780, "list")]
    [InlineData("inbox-phone-dark", "dark", 390, 780, "thread")]
    [InlineData("inbox-phone-details", "light", 390, 780, "details")]
    [InlineData("inbox-phone-faults", "dark", 390, 780, "faults")]
    [InlineData("inbox-phone-empty", "dark", 390, 780, "empty")]
    public async Task Picture_IsDrawn(string name, string scheme, int width, int height, string state)
    {
        Chromium.Prefer(scheme);
        Chromium.Resize(width, height);
        await using var pictured = new PicturedState(Page, Sender, Emulator);
        await pictured.ShowAsync(state);
        // The page reads its counts and lists at most once a second, and a cursor blinks.
        Page.Run<object?>("document.activeElement.blur();");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        var picture = Chromium.Driver.GetScreenshot().AsByteArray;

        await File.WriteAllBytesAsync(Repository.GetPath($"docs/images/{name}.png"), picture, TestContext.Current.CancellationToken);
    }
}
