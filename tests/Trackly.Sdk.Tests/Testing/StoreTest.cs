using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Runs emulators one after the other with the same message file.</summary>
public abstract class StoreTest : IDisposable
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("trackly-store-").FullName;

    private protected string Store => Path.Combine(Folder, "messages.jsonl");

    /// <summary>What the emulators said about lines that were cut off.</summary>
    private protected List<string> Repairs { get; } = [];

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
    }

    /// <returns>Each message at the end.</returns>
    private protected async Task<IReadOnlyList<string>> RunAsync(Func<TracklyEmulator, Task>? act = null, int maxMessages = 100)
    {
        var options = new TracklyEmulatorOptions { StoreFile = Store, MaxMessages = maxMessages, OnStoreRepaired = Repairs.Add, TimeProvider = new TestClock() };
        await using var emulator = await TracklyEmulator.StartAsync(options, Token);
        if (act is not null)
            await act(emulator);
        return [.. emulator.Messages.Select(message => $"{message.Sequence} {message.Body} {message.Status}")];
    }

    private protected static async Task SendAsync(TracklyEmulator emulator, string body)
    {
        using var caller = new RawCaller(emulator);
        (await caller.SendMessageAsync(body)).Status.Should().Be(System.Net.HttpStatusCode.OK);
    }

    private protected async Task AppendAsync(byte[] bytes)
    {
        await using var file = new FileStream(Store, FileMode.Append);
        await file.WriteAsync(bytes, Token);
    }
}
