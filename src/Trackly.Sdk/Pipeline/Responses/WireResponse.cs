using System.Text;

namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>A response as it came over the network: its status, and as much of its body as is worth reading.</summary>
internal sealed class WireResponse
{
    private const int MaxErrorBytes = 64 * 1024;

    private readonly int _maxBytes;
    private volatile ReceivedBody _received = ReceivedBody.Nothing;

    /// <param name="response">A response whose head has arrived.</param>
    /// <param name="clock">Tells the time that a date to wait for is compared with.</param>
    /// <param name="maxSuccessBytes">How many bytes of the body are read if it is a success.</param>
    public WireResponse(HttpResponseMessage response, TimeProvider clock, int maxSuccessBytes)
    {
        StatusCode = (int)response.StatusCode;
        _maxBytes = IsSuccess ? maxSuccessBytes : MaxErrorBytes;
        // A success has nothing to wait for.
        RetryAfter = IsSuccess ? null : RetryAfterHeader.Read(response, clock);
    }

    public int StatusCode { get; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public TimeSpan? RetryAfter { get; }

    /// <summary>Gets what has arrived of the body.</summary>
    public ReceivedBody Received => _received;

    /// <summary>Returns the start of a body as a string, for a person to look at. Null when it is empty.</summary>
    public static string? GetText(ReceivedBody body) => body.Bytes.Length == 0 ? null : Encoding.UTF8.GetString(body.Bytes, 0, Math.Min(body.Bytes.Length, MaxErrorBytes));

    /// <summary>Reads the body to its end or its limit. A body that breaks off is noted, not thrown, because the status has arrived.</summary>
    public async Task ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var reader = new LimitedBodyReader(_maxBytes);
        Exception? exception = null;
        try
        {
            await reader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception caught)
        {
            exception = ResponseErrors.RemoveMessage(caught);
        }

        _received = new ReceivedBody(reader.Bytes.ToArray(), exception);
    }
}
