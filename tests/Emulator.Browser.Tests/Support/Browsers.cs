using System.Collections.Concurrent;
using Emulator.Browser.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

// Two tests at once keep two processors busy; with more, each one would only take longer.
[assembly: AssemblyFixture(typeof(Browsers))]
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 2)]

namespace Emulator.Browser.Tests.Support;

/// <summary>A browser for each test that runs at the same time as others. Each is started when it is first needed, and serves one test after the other.</summary>
public sealed class Browsers : IDisposable
{
    private readonly ConcurrentStack<Chromium> _idle = [];
    private readonly ConcurrentBag<Chromium> _all = [];

    public Chromium Take()
    {
        if (_idle.TryPop(out var browser))
            return browser;
        _all.Add(browser = new Chromium());
        return browser;
    }

    public void Return(Chromium browser) => _idle.Push(browser);

    public void Dispose()
    {
        foreach (var browser in _all)
            browser.Dispose();
    }
}
