using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class ThemeTests(Browsers browsers) : InboxTest(browsers)
{
    private const string Ground = "return getComputedStyle(document.body).backgroundColor;";

    [Theory]
    [InlineData("light", "Dark")]
    [InlineData("dark", "Light")]
    public async Task ATheme_IsKept_WhateverTheSystemHas(string system, string theme)
    {
        Chromium.Prefer(system);
        var usual = Page.Run<string>(Ground);

        Page.Choose("#theme", theme);
        var chosen = Page.Run<string>(Ground);
        await OpenAsync(Address);

        chosen.Should().NotBe(usual);
        Page.Run<string>(Ground).Should().Be(chosen);
        Page.Choose("#theme", "System");
        Page.Run<string>(Ground).Should().Be(usual);
    }
}
