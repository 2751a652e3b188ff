using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary><c>POST v2/send</c>: queues one message, or says why not.</summary>
/// <remarks>Which of several faults is named is not documented. The emulator's choice: key, content type, size, JSON, fields, list.</remarks>
internal sealed class SendEndpoint(EmulatedAccount account, Outbox outbox)
{
    public async Task<Answer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (account.RefusalOfKey(request.Headers[EmulatedAccount.KeyHeader]) is { } wrongKey)
            return wrongKey;

        // The documentation asks for the header on every request; what happens without it is not documented.
        if (!SaysJson(request))
            return Refusal.NotJson;

        if (await BoundedBody.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } body)
            return Refusal.TooLarge;

        if (StrictJson.Parse(body) is not { } json)
            return Refusal.MalformedJson;

        if (SubmissionCheck.RefusalOf(json) is { } wrongField)
            return wrongField;

        var submission = new Submission(json);
        if (account.RefusalOfList(submission.ListNumber) is { } wrongList)
            return wrongList;

        return new Queued(outbox.Queue(submission, request.Headers));
    }

    private static bool SaysJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
