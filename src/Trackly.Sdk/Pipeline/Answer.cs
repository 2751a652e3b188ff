using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>What came back over the wire: a status, and as much of the body as it is worth reading.</summary>
internal sealed class Answer
{
    private const int MostOfASuccess = 1024 * 1024;
    private const int MostOfAnError = 64 * 1024;
    private const int MostAsText = 64 * 1024;

    private Answer(HttpResponseMessage response, TimeProvider clock)
    {
        StatusCode = (int)response.StatusCode;
        // A success has nothing to wait for.
        RetryAfter = IsSuccess ? null : Pipeline.RetryAfter.Of(response, clock);
    }

    public int StatusCode { get; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public TimeSpan? RetryAfter { get; }

    /// <summary>What a success says. Null when it cannot be understood, and for an error.</summary>
    public SendAnswer? Said { get; private set; }

    /// <summary>Why a whole success cannot be understood. Null when it can.</summary>
    public Exception? ParseFault { get; private set; }

    /// <summary>The body, or its start when <see cref="BodyFault"/> says that it is not whole. Empty when <see cref="Said"/> has it all and nobody else reads it.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>Why the body is not whole. Null when it is.</summary>
    public Exception? BodyFault { get; private set; }

    /// <summary>The start of the body as text, for a person to look at. Null when it is empty.</summary>
    public string? BodyText => Body.Length == 0 ? null : Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, MostAsText));

    /// <summary>Reads an answer to its end or its limit. A body that breaks off is noted, not thrown: the status has been heard.</summary>
    /// <param name="response">The answer, of which the head has arrived.</param>
    /// <param name="clock">Tells what time it is for a date to wait for.</param>
    /// <param name="keepsBody">Whether somebody else reads the body of an accepted message too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<Answer> ReadAsync(HttpResponseMessage response, TimeProvider clock, bool keepsBody, CancellationToken cancellationToken)
    {
        var answer = new Answer(response, clock);
        using var reader = new BoundedBody(answer.IsSuccess ? MostOfASuccess : MostOfAnError);
        try
        {
            await reader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            answer.BodyFault = fault;
        }

        if (answer.IsSuccess && answer.BodyFault is null)
            answer.Understand(reader.Read);
        if (keepsBody || answer.Said is not { IsAccepted: true })
            answer.Body = reader.Read.ToArray();
        return answer;
    }

    private void Understand(ReadOnlySpan<byte> body)
    {
        try
        {
            Said = SendAnswer.Parse(body);
        }
        catch (JsonException fault)
        {
            ParseFault = fault;
        }
    }
}
