using System.Net;
using System.Text;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The body of a call that is over may still be leaving: it keeps its bytes, whatever is sent after it.</summary>
public sealed class BorrowedBodyTests
{
    [Fact]
    public async Task SendAsync_TheAnswerComesWhileTheBodyLeaves_TheBodyStaysWhole()
    {
        var slow = new SlowStream();
        using var wire = new EarlyWire(slow);
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options());

        await client.SendAsync(Some.Request() with { Body = "The slow one" }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 50; i++)
            await client.SendAsync(Some.Request() with { Body = $"A later one {i}" }, TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(slow.Offered.ToArray()).Should().Contain("The slow one");
        slow.Finish();
        await wire.First!;
    }

    /// <summary>Answers at once; of the first message it is still taking the body then.</summary>
    private sealed class EarlyWire(SlowStream slow) : HttpMessageHandler
    {
        public Task? First { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (First is null)
                First = request.Content!.CopyToAsync(slow, CancellationToken.None);
            else
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Some.QueuedJson) };
        }
    }

    /// <summary>Holds on to what it is offered until it is told to finish.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource<bool> _finished = new();

        public ReadOnlyMemory<byte> Offered { get; private set; }

        public void Finish() => _finished.SetResult(true);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Offered = buffer.AsMemory(offset, count);
            return _finished.Task;
        }

#if NET
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Offered = buffer;
            return new ValueTask(_finished.Task);
        }
#endif
    }
}
