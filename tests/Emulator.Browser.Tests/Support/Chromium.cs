using System.Globalization;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Emulator.Browser.Tests.Support;

/// <summary>A headless Chromium, started when the first test asks for it.</summary>
public sealed class Chromium : IDisposable
{
    // The disabled features would keep pages of earlier tests for the Back button, and start a process for a page that may come. Only 127.0.0.1 is resolved,
    // so a request to another host fails, and the console says so.
    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
        "--disable-features=BackForwardCache,SpareRendererForSitePerProcess", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private static readonly string[] ClipboardAccess = ["clipboardReadWrite", "clipboardSanitizedWrite"];

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("trackly-browser-");
    private readonly Lazy<ChromeDriver> _driver;

    public Chromium() => _driver = new(Start);

    public static bool IsInstalled => File.Exists(Binary) && File.Exists(DriverBinary);

    public ChromeDriver Driver => _driver.Value;

    /// <summary>Gets or sets the port of the last test's emulator. The next emulator reuses it, because the browser has cached the files of the page for that address.</summary>
    public int Port { get; set; }

    // .ci/browser sets both when they are elsewhere.
    private static string Binary => Environment.GetEnvironmentVariable("TRACKLY_BROWSER") ?? "/usr/bin/chromium";

    private static string DriverBinary => Environment.GetEnvironmentVariable("TRACKLY_BROWSER_DRIVER") ?? "/usr/bin/chromedriver";

    public object? Do(string command, params (string Name, object? Value)[] parameters) =>
        Driver.ExecuteCdpCommand(command, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public void Resize(int width, int height) => Do(
        "Emulation.setDeviceMetricsOverride", ("width", width), ("height", height), ("deviceScaleFactor", 1), ("mobile", width < 600));

    /// <summary>Sets the preferences of the user. An animation is drawn sixty times a second, so animations are off except in tests of them.</summary>
    public void Prefer(string colorScheme, bool reducedMotion = true) => Do("Emulation.setEmulatedMedia", ("features", new object[]
    {
        new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = colorScheme },
        new Dictionary<string, object> { ["name"] = "prefers-reduced-motion", ["value"] = reducedMotion ? "reduce" : "no-preference" },
    }));

    /// <summary>Removes what earlier tests left behind for the page at this address, except for its files.</summary>
    public void Forget(Uri page)
    {
        Do("Storage.clearDataForOrigin", ("origin", page.GetLeftPart(UriPartial.Authority)), ("storageTypes", "local_storage"));
        Do("Browser.resetPermissions");
    }

    public void GrantClipboard(Uri page) =>
        Do("Browser.grantPermissions", ("origin", page.GetLeftPart(UriPartial.Authority)), ("permissions", ClipboardAccess));

    public string ReadClipboard() => (string)Driver.ExecuteAsyncScript("navigator.clipboard.readText().then(arguments[0])")!;

    /// <summary>Returns what the console and the browser reported since the last call, warnings included.</summary>
    public IReadOnlyList<string> Reports() => [.. Driver.Manage().Logs.GetLog(LogType.Browser)
        .Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    /// <summary>Returns the address of the page and the addresses that it requested.</summary>
    public IReadOnlyList<string> Addresses() =>
        [.. ((IEnumerable<object>)Driver.ExecuteScript("return [location.href, ...performance.getEntriesByType('resource').map(e => e.name)];")!).Cast<string>()];

    public void Dispose()
    {
        if (_driver.IsValueCreated)
            Driver.Dispose();
        _profile.Delete(recursive: true);
    }

    private ChromeDriver Start()
    {
        var options = new ChromeOptions
        {
            BinaryLocation = Binary,
            UnhandledPromptBehavior = UnhandledPromptBehavior.Ignore,
        };
        options.AddArguments([.. Flags, "--lang=en-US", string.Create(CultureInfo.InvariantCulture, $"--user-data-dir={_profile.FullName}")]);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        // With a path Selenium looks for no driver, and downloads none.
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(DriverBinary), Path.GetFileName(DriverBinary));
        service.SuppressInitialDiagnosticInformation = true;
        return new ChromeDriver(service, options);
    }
}
