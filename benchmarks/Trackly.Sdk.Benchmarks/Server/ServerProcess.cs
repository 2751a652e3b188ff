using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.Benchmarks.Server;

/// <summary>A server in another process, so that neither its memory nor its garbage is taken for that of who sends. It ends with this process at the latest.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly HttpClient _asks = new();
    private readonly Process _process;

    /// <param name="faultEvery">Every so many messages one is answered 503. Null: none.</param>
    public ServerProcess(int? faultEvery = null)
    {
        string[] faults = faultEvery is { } every ? [every.ToString(CultureInfo.InvariantCulture)] : [];
        _process = Process.Start(new ProcessStartInfo(Parts.Program, [ServerCommand.Name, .. faults])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Root = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri BaseAddress => new(Root, "api/");

    private Uri Root { get; }

    /// <summary>How many messages it was sent so far, tries again included.</summary>
    public async Task<long> CountAsync() => long.Parse(await _asks.GetStringAsync(Root), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _asks.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
