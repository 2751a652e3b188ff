using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>Imports whose client is disposed, and whose progress receiver throws: no result is lost.</summary>
public sealed class ContactImportInterruptionTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_DisposedBetweenTwoCalls_ReportsEveryRowThatWasReadAndThenThrows()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(1_000)));
        var source = new CountingSource();
        List<ContactImportResult> results = [];
        var import = async () =>
        {
            await foreach (var result in stub.Client.Contacts.ImportAsync(source.ReadAsync(), cancellationToken: Canceled))
            {
                results.Add(result);
                stub.Client.Dispose();
            }
        };

        await import.Should().ThrowExactlyAsync<ObjectDisposedException>();

        source.Read.Should().Be(2_000, "nothing more is read");
        ContactImportTests.ShouldBeComplete(results, 2_000);
        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        results.Skip(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is ObjectDisposedException);
    }

    [Fact]
    public async Task ImportAsync_DisposedDuringACall_ReportsItsRowsAsUnknownAndTheOthersAsNotSent()
    {
        using var stub = new StubbedClient(static wire => wire.Stalls());
        var source = new CountingSource(row =>
        {
            if (row == 1_500)
                stub.Client.Dispose();
        });
        List<ContactImportResult> results = [];
        var import = async () =>
        {
            await foreach (var result in stub.Client.Contacts.ImportAsync(source.ReadAsync(), cancellationToken: Canceled))
                results.Add(result);
        };

        await import.Should().ThrowExactlyAsync<ObjectDisposedException>();

        ContactImportTests.ShouldBeComplete(results, 2_000);
        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown && result.Failure is TracklyConnectionException);
        results.Skip(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is ObjectDisposedException);
        stub.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ImportAsync_CanceledDuringOneOfSeveralCalls_ReadsNothingMoreAndReportsEveryRow()
    {
        using var cancellation = new CancellationTokenSource();
        using var stub = new StubbedClient(static wire => wire.Stalls());
        var source = new CountingSource(row =>
        {
            if (row == 2_500)
                cancellation.Cancel();
        });
        List<ContactImportResult> results = [];
        var import = async () =>
        {
            await foreach (var result in stub.Client.Contacts.ImportAsync(source.ReadAsync(), new ContactImportOptions { MaxConcurrency = 3 }, cancellation.Token))
                results.Add(result);
        };

        await import.Should().ThrowAsync<OperationCanceledException>();

        source.Read.Should().Be(2_501);
        ContactImportTests.ShouldBeComplete(results, 2_501);
        results.Take(2_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        results.Skip(2_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent);
    }

    [Fact]
    public async Task ImportAsync_TheProgressReceiverThrows_LosesNoResult()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(1_000)).Responds(200, ContactImportTests.Count(500)));
        var options = new ContactImportOptions { Progress = new ThrowingReceiver() };

        var results = await stub.Client.Contacts.ImportAsync(ContactImportTests.CreateMany(1_500), options, Canceled).CollectAsync();

        ContactImportTests.ShouldBeComplete(results, 1_500);
        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
    }

    private sealed class CountingSource(Action<int>? onRead = null)
    {
        public int Read { get; private set; }

        public async IAsyncEnumerable<UpsertContactRequest> ReadAsync()
        {
            await foreach (var contact in ContactImportTests.CreateMany(10_000))
            {
                onRead?.Invoke(Read);
                Read++;
                yield return contact;
            }
        }
    }

    private sealed class ThrowingReceiver : IProgress<ContactImportProgress>
    {
        public void Report(ContactImportProgress value) => throw new InvalidOperationException("The receiver is broken.");
    }
}
