using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary><c>POST v2/send</c>: queues one message, or says why not.</summary>
/// <remarks>
/// Which of several things wrong with a request is named is not documented. The emulator's choice: key, account, limit, content type, size, JSON, fields, list.
/// Scripted faults come last: a request that is refused anyway meets none.
/// </remarks>
internal sealed class SendEndpoint(AccountBook accounts, Outbox outbox, FaultScript faults, TimeProvider clock)
{
    private const string PausedList =
        "The list is paused. That its messages are queued, and dropped later as inactive_list, is the emulator's choice: what a send answers is not documented.";

    private long _requests;

    /// <summary>How many requests came, refused ones included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public async Task<Answer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var (account, wrongKey) = accounts.Find(request.Headers[ApiKeys.Header]);
        if (account is null)
            return wrongKey!;

        // The documentation asks for the header on every request; what happens without it is not documented.
        if (!SaysJson(request))
            return Refusal.NotJson;

        if (await BoundedBody.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } body)
            return Refusal.TooLarge;

        if (StrictJson.Parse(body) is not { } json)
            return Refusal.MalformedJson;

        if (SubmissionCheck.RefusalOf(json) is { } wrongField)
            return wrongField;

        var submission = RequestReading.Read(json, account.Name, request.Headers);
        return AccountBook.RefusalOfList(account, submission.ListNumber) ?? AnswerTo(submission, account);
    }

    private Answer AnswerTo(EmulatedRequest submission, EmulatedAccount account)
    {
        var note = account.StatusOf(submission.ListNumber) is EmulatedListStatus.Paused ? PausedList : null;
        Fault fault;
        try
        {
            fault = faults.Take(submission);
        }
        catch (Exception broken)
        {
            // A condition is a test's code. Its author looks at the answer, for the test cannot see what is thrown here.
            return new Refusal(StatusCodes.Status500InternalServerError, $"A condition given to On(...) threw {broken.GetType().Name}.");
        }

        return FaultAnswers.Of(fault, () => new Queued(outbox.Queue(submission, note, fault.Trace)), clock);
    }

    private static bool SaysJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
