using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary><c>SendManyAsync</c>: one request for each message, a result for each, and memory that does not grow.</summary>
public sealed class SendManyTests
{
    [Fact]
    public async Task EachMessage_HasItsOwnResultWithItsId()
    {
        using var client = new StreamClientUnderTest();
        SendRequest[] requests = [.. Enumerable.Range(0, 100).Select(static index => StreamSource.Create(index))];

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(requests, StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        end.Should().BeNull();
        results.Select(static result => result.Request).Should().Equal(requests);
        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted && result.Response!.MessageId == $"id-{result.Index}" && result.Failure == null);
        client.Server.Received.Should().HaveCount(100);
    }

    [Fact]
    public async Task ASourceThatReusesOneRequest_SendsAndReturnsEachMessageAsItWasThen()
    {
        using var client = new StreamClientUnderTest();
        var reused = StreamSource.Create(0) with { ContactData = new() { CustomFields = [] }, Metadata = [] };
        var source = new StreamSource().Messages(50, create: index =>
        {
            (reused.Body, reused.ContactData!.FirstName) = ($"{index}", $"Ada {index}");
            reused.Metadata!["order"] = reused.ContactData.CustomFields!["seat"] = index;
            return reused;
        });

        var (results, _) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(source, StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        client.Server.Received.Should().BeEquivalentTo(Enumerable.Range(0, 50).Select(static index => $"{index}"));
        results.Should().HaveCount(50).And.AllSatisfy(static result =>
        {
            (result.Request.Body, result.Request.ContactData!.FirstName).Should().Be(($"{result.Index}", $"Ada {result.Index}"));
            (result.Request.Metadata!["order"], result.Request.ContactData.CustomFields!["seat"]).Should().Be(((object?)(int)result.Index, (object?)(int)result.Index));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task MaxConcurrency_IsReachedAndNeverExceeded(int max)
    {
        var full = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        using var client = new StreamClientUnderTest(async (_, _) =>
        {
            // The first ones respond when all of them are there.
            if (Interlocked.Increment(ref waiting) == max)
                full.SetResult(true);
            await full.Task;
            return null;
        });

        await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(new StreamSource().Messages(50), StreamClientUnderTest.Options(max), TestContext.Current.CancellationToken));

        client.Server.MaxInFlight.Should().Be(max);
    }

    [Fact]
    public async Task ACallerThatReadsSlowly_SlowsTheSourceDown()
    {
        const int max = 4;
        using var client = new StreamClientUnderTest();
        var source = new StreamSource();
        var (read, most) = (0, 0);

        await foreach (var _ in client.Client.SendManyAsync(source.Messages(int.MaxValue), StreamClientUnderTest.Options(max), TestContext.Current.CancellationToken))
        {
            // Gives the stream the time to take more than it may.
            for (var i = 0; i < 100; i++)
                await Task.Yield();
            most = Math.Max(most, source.Read - ++read);
            if (read == 300)
                break;
        }

        most.Should().BeLessThanOrEqualTo((3 * max) + 1, "that many fit into the two queues and the workers, and one is being taken");
    }

    [Fact]
    public async Task MessagesThatFail_AreResultsAndNotExceptions()
    {
        using var client = new StreamClientUnderTest(
            static (text, _) => text switch
            {
                "1" => Task.FromResult<HttpResponseMessage?>(StreamServer.Create(400, """{"error":"x","code":"list_not_found"}""")),
                "2" => throw new HttpRequestException("The response ended prematurely.", new IOException()),
                "3" => throw new InvalidOperationException("A handler of the host failed."),
                _ => Task.FromResult<HttpResponseMessage?>(null),
            },
            configure: static options => options.Retry.MaxRetryAttempts = 0);
        var source = new StreamSource().Messages(6, create: static index => StreamSource.Create(index) with { To = index == 4 ? "123" : Some.Recipient });

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(source, StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        end.Should().BeNull();
        results.Select(static result => result.Outcome).Should().Equal(
            SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.Unknown, SendOutcome.Unknown, SendOutcome.NotSent, SendOutcome.Accepted);
        results.Select(static result => result.Failure?.GetType()).Should().Equal(
            null, typeof(TracklyListNotFoundException), typeof(TracklyConnectionException), typeof(TracklyConnectionException), typeof(TracklyValidationException), null);
    }

    [Fact]
    public async Task AMessageWithoutAListNumber_IsAResultLikeAnyOther()
    {
        using var client = new StreamClientUnderTest();

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(
            [StreamSource.Create(0) with { ListNumber = null! }, StreamSource.Create(1)], new SendManyOptions(), TestContext.Current.CancellationToken));

        end.Should().BeNull();
        results[0].Failure.Should().BeOfType<TracklyValidationException>().Which.Errors.Should().ContainSingle().Which.Field.Should().Be("list_number");
        results[1].Outcome.Should().Be(SendOutcome.Accepted);
    }

    [Fact]
    public async Task ASequence_IsDisposedAtItsEnd()
    {
        using var client = new StreamClientUnderTest();
        var isDisposed = false;

        await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(ReadFile(), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        isDisposed.Should().BeTrue("it may be a file");

        IEnumerable<SendRequest> ReadFile()
        {
            try
            {
                yield return StreamSource.Create(0);
            }
            finally
            {
                isDisposed = true;
            }
        }
    }

    [Fact]
    public async Task OptionsOfTheMessage_AreThoseOfEachCall()
    {
        using var client = new StreamClientUnderTest(static (_, _) => Task.FromResult<HttpResponseMessage?>(StreamServer.Create(500)));
        var options = StreamClientUnderTest.Options();
        options.Request = new TracklyRequestOptions { RetryMode = TracklyRetryMode.AtMostOnce };
        var stream = client.Client.SendManyAsync(new StreamSource().Messages(5), options, TestContext.Current.CancellationToken);
        options.Request.RetryMode = TracklyRetryMode.AtLeastOnce;

        var (results, _) = await StreamClientUnderTest.ReadAsync(stream);

        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        client.Server.Received.Should().HaveCount(5, "nothing is retried, and a later change of the options has no effect");
    }

    [Fact]
    public async Task RecipientPolicy_HoldsForEachMessage()
    {
        using var client = new StreamClientUnderTest(configure: static options => options.RecipientPolicy = new() { Allow = { Some.Recipient } });
        var source = new StreamSource().Messages(4, create: static index => StreamSource.Create(index) with { To = index == 2 ? "+14155550000" : Some.Recipient });

        var (results, _) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(source, StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        results[2].Should().BeEquivalentTo(new { Outcome = SendOutcome.NotSent }).And.Subject.As<SendResult>().Failure.Should().BeOfType<TracklyRecipientBlockedException>();
        client.Server.Received.Should().BeEquivalentTo("0", "1", "3");
    }

    [Fact]
    public async Task EnumeratedTwice_IsRefused()
    {
        using var client = new StreamClientUnderTest();
        var stream = client.Client.SendManyAsync(new StreamSource().Messages(3), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken);
        await StreamClientUnderTest.ReadAsync(stream);

        var (results, end) = await StreamClientUnderTest.ReadAsync(stream);

        results.Should().BeEmpty();
        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("can be enumerated once");
        client.Server.Received.Should().HaveCount(3);
    }

    [Fact]
    public void InvalidOptions_AreRefusedAtOnce()
    {
        using var client = new StreamClientUnderTest();
        var send = (Action<SendManyOptions> change) =>
        {
            var options = new SendManyOptions();
            change(options);
            return client.Invoking(tested => tested.Client.SendManyAsync(new StreamSource().Messages(1), options)).Should().ThrowExactly<ArgumentException>().Which.Message;
        };

        send(static options => options.MaxConcurrency = 0).Should().Contain("MaxConcurrency is 0: set it from 1 to 1,000.");
        send(static options => options.MaxConcurrency = 1_001).Should().Contain("MaxConcurrency is 1001");
        send(static options => options.MaxPerMinutePerList = 0).Should().Contain("MaxPerMinutePerList is 0: set it to 1 or more, or to null for no limit.");
        send(static options => options.Request = new() { Timeout = TimeSpan.Zero }).Should().Contain("Timeout");
        client.Invoking(static tested => tested.Client.SendManyAsync((IAsyncEnumerable<SendRequest>)null!)).Should().ThrowExactly<ArgumentNullException>();
        client.Invoking(static tested => tested.Client.SendManyAsync((IEnumerable<SendRequest>)null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_000, int.MaxValue)]
    public void OptionsAtTheirLimits_AreTaken(int maxConcurrency, int maxPerMinutePerList)
    {
        using var client = new StreamClientUnderTest();

        client.Invoking(tested => tested.Client.SendManyAsync([], new SendManyOptions { MaxConcurrency = maxConcurrency, MaxPerMinutePerList = maxPerMinutePerList })).Should().NotThrow();
    }

    [Fact]
    public async Task Progress_IsReportedAtMostTenTimesASecondAndAtTheEnd()
    {
        var clock = new TestClock();
        using var client = new StreamClientUnderTest(
            (text, _) =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(10));
                return Task.FromResult<HttpResponseMessage?>(text == "7" ? StreamServer.Create(400) : null);
            },
            clock);
        var progress = new ProgressList();
        var options = StreamClientUnderTest.Options(maxConcurrency: 1);
        options.Progress = progress;

        await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(new StreamSource().Messages(100), options, TestContext.Current.CancellationToken));

        progress.Reports.Should().HaveCount(11);
        progress.Reports[0].Should().BeEquivalentTo(new { Accepted = 9, Rejected = 1, Elapsed = TimeSpan.FromMilliseconds(100) });
        progress.Reports[0].PerSecond.Should().BeApproximately(100, 0.001);
        progress.Reports[^1].Should().Be(new SendProgress { Started = 100, Accepted = 99, Rejected = 1, Elapsed = TimeSpan.FromSeconds(1), PerSecond = 100 });
    }

    [Fact]
    public async Task Progress_BeforeAnyTimeHasPassed_HasNoRate()
    {
        using var client = new StreamClientUnderTest(clock: new TestClock());
        var progress = new ProgressList();
        var options = StreamClientUnderTest.Options();
        options.Progress = progress;

        await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(new StreamSource().Messages(3), options, TestContext.Current.CancellationToken));

        progress.Reports.Should().Equal(new SendProgress { Started = 3, Accepted = 3 });
    }

    [Fact]
    public async Task ProgressThatThrows_LosesNoMessage()
    {
        using var client = new StreamClientUnderTest();
        var options = StreamClientUnderTest.Options();
        options.Progress = new ProgressList { Throws = true };

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(new StreamSource().Messages(10), options, TestContext.Current.CancellationToken));

        (results.Count, end).Should().Be((10, null));
    }

    private sealed class ProgressList : IProgress<SendProgress>
    {
        public List<SendProgress> Reports { get; } = [];

        public bool Throws { get; init; }

        public void Report(SendProgress value)
        {
            if (Throws)
                throw new InvalidOperationException();
            Reports.Add(value);
        }
    }
}
