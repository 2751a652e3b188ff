using System.Diagnostics;
using System.Text;

namespace Trackly.Emulator.Tests;

/// <summary>The tool as a process, as a shell starts it.</summary>
internal sealed class Tool : IDisposable
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _inbox = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tool(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Trackly.Emulator.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => AddLine(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public string Errors => _errors.ToString().Trim();

    /// <summary>Where the inbox is, as the tool printed it.</summary>
    public Task<Uri> InboxAsync() => _inbox.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);

    public static Tool Start(params string[] arguments) => new(arguments);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, Tool Tool)> RunAsync(params string[] arguments)
    {
        using var tool = new Tool(arguments);
        return (await tool.EndAsync(), tool);
    }

    /// <param name="signal">INT or TERM.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
        return _process.ExitCode;
    }

    private void AddLine(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line?.Trim() is { } inbox && inbox.StartsWith("Inbox ", StringComparison.Ordinal))
            _inbox.TrySetResult(new Uri(inbox["Inbox ".Length..].Trim()));
    }
}
