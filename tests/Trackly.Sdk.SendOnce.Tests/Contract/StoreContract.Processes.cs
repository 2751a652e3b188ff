using System.Globalization;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task OneKeyFrom64TasksInEachOf8Processes_IsTransmittedOnce()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        var processes = Enumerable.Range(0, 8).Select(_ => new LabProcess(
            ["race", .. Database.Arguments, "--address", emulator.BaseAddress.ToString(), "--key", "order-1", "--tasks", "64"])).ToList();
        try
        {
            foreach (var process in processes)
                await process.WaitUntilReadyAsync(Token);
            var lines = (await Task.WhenAll(processes.Select(process => process.RunAsync(Token)))).SelectMany(static line => line).ToList();

            emulator.QueuedMessages.Should().Be(1);
            lines.Select(static line => line.Split(' ')).GroupBy(static line => $"{line[0]} {line[1]}")
                .ToDictionary(static group => group.Key, static group => group.Sum(static line => int.Parse(line[2], CultureInfo.InvariantCulture)))
                .Should().Equal(new Dictionary<string, int> { ["Accepted False"] = 1, ["Accepted True"] = 511 });
        }
        finally
        {
            processes.ForEach(static process => process.Dispose());
        }
    }
}
