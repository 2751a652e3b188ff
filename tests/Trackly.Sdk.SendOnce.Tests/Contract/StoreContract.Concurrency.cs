using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task OneKeyFromManyTasks_IsTransmittedOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(
            async () =>
            {
                SendOnceResult result;
                do
                    result = await SendOnce.SendAsync("order-1", Request, Token);
                while (result.Outcome == SendOnceOutcome.InProgress);
                return result;
            },
            Token))).InTimeAsync("each task has an outcome");

        Sender.Transmissions.Should().Be(1);
        results.Should().OnlyContain(static result => result.Outcome == SendOnceOutcome.Accepted && result.MessageId == "msg00001");
        results.Count(static result => result.AlreadySent).Should().Be(63);
    }

    [Fact]
    public async Task AKeyThatWasNotSent_IsTakenOverByOneOfManyTasks()
    {
        Sender.ThenThrow(ClientFailures.SendNothing());
        await SendOnce.SendAsync("order-1", Request, Token);

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => SendOnce.SendAsync("order-1", Request, Token), Token)));

        Sender.Transmissions.Should().Be(2);
        results.Count(static result => result is { Outcome: SendOnceOutcome.Accepted, AlreadySent: false }).Should().Be(1);
        (await FindAsync("order-1")).Attempts.Should().Be(2);
    }

    [Fact]
    public async Task ManyKeysFromManyTasks_AreTransmittedOnceEach()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(task => Task.Run(
            async () =>
            {
                for (var number = 0; number < 20; number++)
                    await SendOnce.SendAsync($"order-{(number + task) % 20}", Request, Token);
            },
            Token)));

        Sender.Transmissions.Should().Be(20);
    }
}
