using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A started emulator and a caller for each test.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private RawCaller? _caller;
    private TracklyEmulator? _emulator;

    private protected RawCaller Caller => _caller!;

    private protected TracklyEmulator Emulator => _emulator!;

    private protected virtual TracklyEmulatorOptions Options { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _emulator = await TracklyEmulator.StartAsync(Options, TestContext.Current.CancellationToken);
        _caller = new RawCaller(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _caller?.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
