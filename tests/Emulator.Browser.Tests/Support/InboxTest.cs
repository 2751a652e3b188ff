using Trackly.Sdk.Testing;

namespace Emulator.Browser.Tests.Support;

/// <summary>
/// An emulator of its own and its inbox, open in the browser, for each test. After each, the console must be silent, and no request may have
/// gone elsewhere.
/// </summary>
public abstract class InboxTest(Browsers browsers) : IAsyncLifetime
{
    private Chromium? _chromium;
    private InboxPage? _page;
    private TracklyEmulator? _emulator;
    private Sender? _sender;

    protected Chromium Chromium => _chromium!;

    protected TracklyEmulator Emulator => _emulator!;

    protected Sender Sender => _sender!;

    protected InboxPage Page => _page!;

    protected virtual TracklyEmulatorOptions Options { get; } = new();

    /// <summary>Gets whether the page is open when the test starts. Tests that open it themselves return false.</summary>
    protected virtual bool IsOpened => true;

    /// <summary>Gets or sets what the console may report about the emulator's address in this test. Null means nothing.</summary>
    protected string? ExpectedReport { get; set; }

    protected Uri Address => new(Emulator.BaseAddress, "/");

    /// <summary>Gets the part of the address that says which view is opened first.</summary>
    protected virtual string View => "#/messages";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.IsInstalled, "Chromium or its driver is not installed.");
        _chromium = browsers.Take();
        _page = new InboxPage(_chromium);
        _emulator = await StartEmulatorAsync();
        // A status that changes after a second would make most tests depend on time.
        _emulator.Account.Delivery.ReportDelay = null;
        _sender = new Sender(_emulator);
        Chromium.Resize(1280, 860);
        Chromium.Prefer("light");
        Chromium.Forget(Address);
        Chromium.Reports();
        if (IsOpened)
            await LoadAsync(Address, waits: true);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_chromium is null)
            return;
        try
        {
            await LeaveAsync();
        }
        finally
        {
            _sender?.Dispose();
            if (_emulator is not null)
                await _emulator.DisposeAsync();
            browsers.Return(_chromium);
        }
    }

    protected async Task OpenAsync(Uri address, bool waits = true)
    {
        // An address that differs in its last part alone would not load the page again.
        await Chromium.Driver.Navigate().GoToUrlAsync("about:blank");
        await LoadAsync(address, waits);
    }

    protected virtual bool IsOfTheEmulator(string address) => address.StartsWith(Address.AbsoluteUri, StringComparison.Ordinal);

    private async Task LoadAsync(Uri address, bool waits)
    {
        await Chromium.Driver.Navigate().GoToUrlAsync(address.Fragment.Length > 0 ? address : new Uri(address, View));
        if (!waits)
            return;
        // The code of the empty inbox comes with the state.
        await Soon.HoldsAsync(() => Page.Run<bool>("return document.getElementById('connection').textContent === 'Live' && document.getElementById('state').textContent !== '';"));
    }

    /// <summary>Returns the unexpected reports of the console, and the addresses of other hosts that the page requested.</summary>
    protected IReadOnlyList<string> FindFaults() =>
    [
        .. Chromium.Reports().Where(report => ExpectedReport is null || !report.Contains(ExpectedReport, StringComparison.Ordinal) || !IsOfTheEmulator(report)),
        .. Chromium.Addresses().Where(address => !IsOfTheEmulator(address)),
    ];

    private async Task LeaveAsync()
    {
        var faults = FindFaults();
        // Leaving the page ends its connections before the emulator does.
        await Chromium.Driver.Navigate().GoToUrlAsync("about:blank");
        faults.Should().BeEmpty();
    }

    private async Task<TracklyEmulator> StartEmulatorAsync()
    {
        var options = Options;
        options.Port = Chromium.Port;
        try
        {
            _emulator = await TracklyEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        }
        catch (IOException) when (options.Port > 0)
        {
            // Something else has taken the port since the last test.
            options.Port = 0;
            _emulator = await TracklyEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        }

        options.Port = 0;
        Chromium.Port = _emulator.BaseAddress.Port;
        return _emulator;
    }
}
