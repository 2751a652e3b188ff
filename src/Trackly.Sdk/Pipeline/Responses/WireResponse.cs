using System.Text;

namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>A response as it came over the network: its status, and as much of its body as is worth reading.</summary>
internal sealed class WireResponse
{
    private const int MaxSuccessBytes = 1024 * 1024;
    private const int MaxErrorBytes = 64 * 1024;

    private static readonly Exception NotReadYet = new EndOfStreamException("The response was not read to its end.");

    /// <param name="response">A response whose head has arrived.</param>
    /// <param name="clock">Tells the time that a date to wait for is compared with.</param>
    public WireResponse(HttpResponseMessage response, TimeProvider clock)
    {
        StatusCode = (int)response.StatusCode;
        // A success has nothing to wait for.
        RetryAfter = IsSuccess ? null : RetryAfterHeader.Read(response, clock);
    }

    public int StatusCode { get; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public TimeSpan? RetryAfter { get; }

    /// <summary>Gets the body, or its start when <see cref="BodyException"/> says that it is not whole.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>Gets why the body is not whole. Null when it is.</summary>
    public Exception? BodyException { get; private set; } = NotReadYet;

    /// <summary>Gets the start of the body as a string, for a person to look at. Null when it is empty.</summary>
    public string? BodyText => Body.Length == 0 ? null : Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, MaxErrorBytes));

    /// <summary>Reads the body to its end or its limit. A body that breaks off is noted, not thrown, because the status has arrived.</summary>
    public async Task ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var reader = new LimitedBodyReader(IsSuccess ? MaxSuccessBytes : MaxErrorBytes);
        Exception? exception = null;
        try
        {
            await reader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception caught)
        {
            exception = ResponseErrors.RemoveMessage(caught);
        }

        Body = reader.Bytes.ToArray();
        BodyException = exception;
    }
}
