using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.Benchmarks.Server;

/// <summary>Runs the server in another process, so that its memory and its garbage are not attributed to the sender. It ends with this process at the latest.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Process _process;

    /// <param name="failEvery">Every request with a multiple of this number gets a 503. Null means none.</param>
    public ServerProcess(int? failEvery = null)
    {
        string[] arguments = failEvery is { } every ? [every.ToString(CultureInfo.InvariantCulture)] : [];
        _process = Process.Start(new ProcessStartInfo(Parts.Program, [ServerCommand.Name, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Root = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    public Uri BaseAddress => new(Root, "api/");

    private Uri Root { get; }

    /// <summary>Gets the number of requests received so far, retries included.</summary>
    public async Task<long> CountAsync() => long.Parse(await _http.GetStringAsync(Root), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
