using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>The check that every test makes at its end: the page requests nothing from another host.</summary>
public sealed class ElsewhereTests(Browsers browsers) : InboxTest(browsers)
{
    private const string Elsewhere = "http://elsewhere.example/";

    private static readonly (string Path, string Script)[] Requests =
    [
        ("image", "new Image().src = arguments[0];"),
        ("fetch", "fetch(arguments[0], { mode: 'no-cors' }).catch(() => {});"),
        ("beacon", "navigator.sendBeacon(arguments[0], 'x');"),
        ("script", "document.head.append(Object.assign(document.createElement('script'), { src: arguments[0] }));"),
        ("socket", "new WebSocket(arguments[0]);"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARequestElsewhere_IsFound_EvenWithoutThePolicyOfThePage(bool hasPolicy)
    {
        Chromium.Do("Page.setBypassCSP", ("enabled", !hasPolicy));
        try
        {
            await OpenAsync(Address);
            FindFaults().Should().BeEmpty();
            foreach (var (path, script) in Requests)
            {
                Page.Run<object?>(script, Elsewhere + path);
                await IsFoundAsync("elsewhere.example/" + path);
            }
        }
        finally
        {
            Chromium.Do("Page.setBypassCSP", ("enabled", false));
            await OpenAsync(Address);
        }
    }

    [Fact]
    public async Task APageElsewhere_IsFound()
    {
        Page.Run<object?>("location = arguments[0];", Elsewhere);

        await IsFoundAsync("chrome-error:");
        await OpenAsync(Address);
    }

    private async Task IsFoundAsync(string address)
    {
        var found = new List<string>();
        await Soon.HoldsAsync(
            () =>
            {
                found.AddRange(FindFaults());
                return found.Any(fault => fault.Contains(address, StringComparison.Ordinal));
            },
            () => string.Join(" | ", found));
    }
}
