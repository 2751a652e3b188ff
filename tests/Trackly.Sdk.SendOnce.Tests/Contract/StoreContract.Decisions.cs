namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What decisions of a person or a webhook do to a key.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task AnOutcomeThatDecidesNothing_IsRefused_AndTheKeyStaysUnknown()
    {
        await LoseAsync("order-1");
        var call = () => SendOnce.ResolveAsync("order-1", SendOnceOutcome.InProgress, cancellationToken: Token);

        await call.Should().ThrowAsync<ArgumentException>().WithMessage("The outcome InProgress is no decision. *");

        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, DecidedAt = (DateTimeOffset?)null });
    }

    [Fact]
    public async Task ADecisionThatAnotherCallActsUponAtOnce_IsStored()
    {
        await LoseAsync("order-1");
        Watched.After = _ => Database.ExecuteAsync($"UPDATE {Database.Table} SET state = 'sending'").GetAwaiter().GetResult();

        await FluentActions.Awaiting(() => SendOnce.ResolveAsync("order-1", SendOnceOutcome.NotSent, cancellationToken: Token)).Should()
            .NotThrowAsync("the key was not sent, whatever became of it since");
    }
}
