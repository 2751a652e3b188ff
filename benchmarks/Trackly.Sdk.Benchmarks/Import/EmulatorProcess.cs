using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>Runs the emulator in another process, so that its memory is not attributed to the import. It ends with this process at the latest.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    public EmulatorProcess()
    {
        _process = Process.Start(new ProcessStartInfo(Parts.Program, [EmulatorCommand.Name]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        BaseAddress = new Uri(ReadLine());
        ListNumber = ReadLine();
    }

    public Uri BaseAddress { get; }

    public string ListNumber { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The emulator did not start.");
}
