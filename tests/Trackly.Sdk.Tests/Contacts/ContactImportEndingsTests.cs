using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>Imports that end early, or run several calls at once.</summary>
public sealed class ContactImportEndingsTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_CanceledDuringACall_ReportsEveryContactThatWasReadAndThenThrows()
    {
        using var cancellation = new CancellationTokenSource();
        using var stub = new StubbedClient(wire => wire.Responds(200, ContactImportTests.Count(1_000)).Then(readsBody: true, async token =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The call is not canceled.");
        }));
        List<ContactImportResult> results = [];
        var import = async () =>
        {
            await foreach (var result in stub.Client.Contacts.ImportAsync(ContactImportTests.CreateMany(3_500), cancellationToken: cancellation.Token))
                results.Add(result);
        };

        await import.Should().ThrowAsync<OperationCanceledException>();

        ContactImportTests.ShouldBeComplete(results, results.Count);
        results.Count.Should().BeInRange(2_000, 3_000);
        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        results.Skip(1_000).Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        results.Skip(2_000).Where(static result => result.Outcome != SendOutcome.NotSent).Should().BeEmpty();
        results.Skip(1_000).Should().OnlyContain(static result => result.Failure is OperationCanceledException);
    }

    [Fact]
    public async Task ImportAsync_TheSourceThrows_ReportsWhatCameBeforeAndThenThrows()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(1_000)));
        List<ContactImportResult> results = [];
        var import = async () =>
        {
            await foreach (var result in stub.Client.Contacts.ImportAsync(ThrowAfter(1_200), cancellationToken: Canceled))
                results.Add(result);
        };

        (await import.Should().ThrowExactlyAsync<InvalidDataException>()).WithMessage("Line 1201 is broken.");

        ContactImportTests.ShouldBeComplete(results, 1_200);
        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        results.Skip(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is InvalidDataException);
        stub.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ImportAsync_TheLoopEndsEarly_CancelsTheCallsAndClosesTheSource()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(1_000)).Stalls());
        var source = new ClosingSource(5_000);

        await foreach (var result in stub.Client.Contacts.ImportAsync(source.ReadAsync(), cancellationToken: Canceled))
        {
            result.Outcome.Should().Be(SendOutcome.Accepted);
            break;
        }

        source.IsClosed.Should().BeTrue();
        source.Read.Should().BeLessThanOrEqualTo(3_000, "memory is bounded");
    }

    [Fact]
    public async Task ImportAsync_SeveralAtOnce_KeepsTheOrderAndTheBound()
    {
        var inFlight = 0;
        var max = 0;
        using var stub = new StubbedClient(wire => wire.Then(readsBody: true, async cancellationToken =>
        {
            max = Math.Max(max, Interlocked.Increment(ref inFlight));
            for (var turn = 0; turn < 50; turn++)
                await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Decrement(ref inFlight);
            return new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(ContactImportTests.Count(1_000)) };
        }));

        var results = await stub.Client.Contacts.ImportAsync(ContactImportTests.CreateMany(10_000), new ContactImportOptions { MaxConcurrency = 3 }, Canceled).CollectAsync();

        ContactImportTests.ShouldBeComplete(results, 10_000);
        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        max.Should().BeInRange(1, 3);
    }

    [Fact]
    public async Task ImportAsync_EnumeratedTwice_ImportsTwiceFromTheFirstIndexOn()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, ContactImportTests.Count(2)));
        UpsertContactRequest[] contacts = [new(Some.Recipient, Some.ListNumber), new("+14150000001", Some.ListNumber)];
        var import = stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled);

        ContactImportTests.ShouldBeComplete(await import.CollectAsync(), 2);
        ContactImportTests.ShouldBeComplete(await import.CollectAsync(), 2);

        stub.Wire.Requests.Should().HaveCount(2);
    }

    private static async IAsyncEnumerable<UpsertContactRequest> ThrowAfter(int count)
    {
        await foreach (var contact in ContactImportTests.CreateMany(count))
            yield return contact;
        throw new InvalidDataException($"Line {count + 1} is broken.");
    }

    private sealed class ClosingSource(int count)
    {
        public int Read { get; private set; }

        public bool IsClosed { get; private set; }

        public async IAsyncEnumerable<UpsertContactRequest> ReadAsync()
        {
            try
            {
                await foreach (var contact in ContactImportTests.CreateMany(count))
                {
                    Read++;
                    yield return contact;
                }
            }
            finally
            {
                IsClosed = true;
            }
        }
    }
}
