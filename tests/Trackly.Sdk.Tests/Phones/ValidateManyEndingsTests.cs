using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Phones;

/// <summary>Validations of many numbers that end early: each number that was read has a result first.</summary>
public sealed class ValidateManyEndingsTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ValidateManyAsync_CanceledDuringACall_ReportsItsNumbersAsUnknownAndThenThrows()
    {
        using var cancellation = new CancellationTokenSource();
        using var stub = new StubbedClient(wire => wire.Then(readsBody: true, async token =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The call is not canceled.");
        }));

        var (results, exception) = await CollectAsync(stub, ["1", " ", "2"], cancellation.Token);

        exception.Should().BeOfType<TracklyCanceledException>();
        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Unknown, SendOutcome.NotSent, SendOutcome.Unknown);
        results[0].Failure.Should().BeSameAs(exception);
        results[1].Failure.Should().BeOfType<TracklyValidationException>("it was not sent");
    }

    [Fact]
    public async Task ValidateManyAsync_CanceledWhileTheSourceIsRead_ReportsItsNumbersAsNotSentAndThenThrows()
    {
        using var cancellation = new CancellationTokenSource();
        using var stub = new StubbedClient(static _ => { });

        var (results, exception) = await CollectAsync(stub, ReadAnd(3, cancellation.Cancel), cancellation.Token);

        exception.Should().BeAssignableTo<OperationCanceledException>();
        results.Should().HaveCount(3).And.OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is OperationCanceledException);
        stub.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ValidateManyAsync_TheClientIsDisposed_ReportsItsNumbersAsNotSentAndThenThrows()
    {
        using var stub = new StubbedClient(static _ => { });
        var read = 0;

        var (results, exception) = await CollectAsync(stub, Enumerable.Range(0, 5_000).Select(index =>
        {
            read++;
            stub.Client.Dispose();
            return $"{index}";
        }), Canceled);

        exception.Should().BeOfType<ObjectDisposedException>();
        results.Should().HaveCount(500).And.OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is ObjectDisposedException);
        read.Should().Be(500, "nothing more is read");
    }

    [Fact]
    public async Task ValidateManyAsync_TheSourceThrows_ReportsWhatCameBeforeAndThenThrows()
    {
        using var stub = new StubbedClient(static _ => { });

        var (results, exception) = await CollectAsync(stub, ReadAnd(2, static () => throw new InvalidDataException("Line 3 is broken.")), Canceled);

        exception.Should().BeOfType<InvalidDataException>();
        results.Select(static result => (result.Index, result.Outcome)).Should().Equal((0, SendOutcome.NotSent), (1, SendOutcome.NotSent));
        results.Should().OnlyContain(static result => result.Failure is InvalidDataException);
    }

    private static IEnumerable<string> ReadAnd(int count, Action end)
    {
        for (var index = 0; index < count; index++)
            yield return $"{index}";
        end();
    }

    private static async Task<(List<PhoneValidationResult> Results, Exception? Exception)> CollectAsync(
        StubbedClient stub, IEnumerable<string> phones, CancellationToken cancellationToken)
    {
        List<PhoneValidationResult> results = [];
        try
        {
            await foreach (var result in stub.Client.Phones.ValidateManyAsync(phones.AsAsync(), cancellationToken: cancellationToken))
                results.Add(result);
            return (results, null);
        }
        catch (Exception exception)
        {
            return (results, exception);
        }
    }
}
