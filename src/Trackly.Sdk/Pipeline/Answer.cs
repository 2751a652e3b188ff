using System.Text;

namespace Trackly.Sdk.Pipeline;

/// <summary>What came back over the wire: a status, and as much of the body as it is worth reading.</summary>
internal sealed class Answer
{
    private const int MostOfASuccess = 1024 * 1024;
    private const int MostOfAnError = 64 * 1024;
    private const int MostAsText = 64 * 1024;

    private Answer(HttpResponseMessage response, TimeSpan? retryAfter)
    {
        StatusCode = (int)response.StatusCode;
        RetryAfter = retryAfter;
    }

    public int StatusCode { get; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public TimeSpan? RetryAfter { get; }

    /// <summary>The body, or its start when <see cref="BodyFault"/> says that it is not whole.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>Why the body is not whole. Null when it is.</summary>
    public Exception? BodyFault { get; private set; }

    /// <summary>The start of the body as text, for a person to look at. Null when it is empty.</summary>
    public string? BodyText => Body.Length == 0 ? null : Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, MostAsText));

    /// <summary>Reads an answer to its end or its limit. A body that breaks off is noted, not thrown: the status has been heard.</summary>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = new Answer(response, Pipeline.RetryAfter.Of(response, now));
        var reader = new BoundedBody(answer.IsSuccess ? MostOfASuccess : MostOfAnError);
        try
        {
            await reader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            answer.BodyFault = fault;
        }

        answer.Body = reader.ToArray();
        return answer;
    }
}
