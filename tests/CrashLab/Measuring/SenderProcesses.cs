using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>Processes that send when they are told to, all at the same time.</summary>
internal sealed class SenderProcesses : IDisposable
{
    private readonly List<Process> _processes;

    public SenderProcesses(int count, Database database, Uri address) => _processes = [.. Enumerable.Range(0, count).Select(_ => Start(database, address))];

    /// <summary>Returns how many messages a second all processes sent together.</summary>
    public async Task<double> MeasureAsync(SenderKind kind, int concurrency, TimeSpan duration, CancellationToken cancellationToken)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"{kind} {concurrency} {duration.TotalMilliseconds:0}");
        await Task.WhenAll(_processes.Select(process => process.StandardInput.WriteLineAsync(order)));
        var rates = await Task.WhenAll(_processes.Select(async process =>
            double.Parse(
                await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("A process that sends has ended."),
                CultureInfo.InvariantCulture)));
        return rates.Sum();
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.Dispose();
        }
    }

    private static Process Start(Database database, Uri address) => LabProgram.Start(
        redirect: true, "measure-worker", "--store", database.Store, "--connection", database.Connection, "--schema", database.Schema,
        "--address", address.ToString());
}
