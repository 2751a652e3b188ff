using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Trackly.Emulator.Tests;

/// <summary>The tool as a process, as a shell starts it.</summary>
internal sealed class Tool : IDisposable
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private readonly bool _readsAll;
    private readonly TaskCompletionSource<Uri> _inbox = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tool(string[] arguments, bool readsAll = true, params (string Name, string Value)[] environment)
    {
        _readsAll = readsAll;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };

        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        // Beside the tool, which is built for .NET 8, are the libraries that the tests use, for the newest .NET.
        start.Environment["DOTNET_ROLL_FORWARD"] = "LatestMajor";
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Trackly.Emulator.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => AddLine(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        if (readsAll)
            _process.BeginOutputReadLine();
        else
            Task.Run(ReadUpToTheInbox);
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

    /// <summary>Waits until the output has a part, and returns the output.</summary>
    public async Task<string> WaitForOutputAsync(string part)
    {
        for (var started = Stopwatch.StartNew(); !Output.Contains(part, StringComparison.Ordinal);)
        {
            started.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), "the tool prints {0}, and it has printed: {1}", part, Output);
            await Task.Delay(1, Token);
        }

        return Output;
    }

    /// <summary>Starts it, and reads no more of its output than the address of the inbox.</summary>
    public static Tool StartUnread(params string[] arguments) => new(arguments, readsAll: false);

    /// <summary>Starts it with environment variables.</summary>
    public static Tool Start((string Name, string Value)[] environment, params string[] arguments) => new(arguments, readsAll: true, environment);

    /// <summary>Runs it to its end.</summary>
    public static Task<(int ExitCode, Tool Tool)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs it to its end, with environment variables.</summary>
    public static async Task<(int ExitCode, Tool Tool)> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        using var tool = new Tool(arguments, readsAll: true, environment);
        return (await tool.EndAsync(), tool);
    }

    /// <param name="signal">INT or TERM.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        return await EndAsync();
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    // WaitForExitAsync would also wait for the end of an output that nobody reads.
    private async Task WaitForExitAsync()
    {
        while (!_process.HasExited)
            await Task.Delay(5, Token);
        if (_readsAll)
            await _process.WaitForExitAsync(Token);
    }

    private void ReadUpToTheInbox()
    {
        while (!_inbox.Task.IsCompleted)
        {
            if (_process.StandardOutput.ReadLine() is { } line)
                AddLine(line);
            else
                _inbox.TrySetException(new InvalidOperationException("The tool ended before it named its inbox."));
        }
    }

    private async Task<int> EndAsync()
    {
        await WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30), Token);
        return _process.ExitCode;
    }

    private void AddLine(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line?.StartsWith("""{"type":"started",""", StringComparison.Ordinal) is true)
            _inbox.TrySetResult(new Uri((string)JsonNode.Parse(line)!["inbox"]!));
        else if (line?.Trim() is { } inbox && inbox.StartsWith("Inbox ", StringComparison.Ordinal))
            _inbox.TrySetResult(new Uri(inbox["Inbox ".Length..].Trim()));
    }
}
