namespace Trackly.Sdk.Testing.Fake;

/// <summary>Makes one step of the steps of a bulk call's messages.</summary>
internal static class BulkSteps
{
    /// <summary>
    /// Takes a step for each message in order. A step of the whole call decides about every message, and the messages after it take none.
    /// </summary>
    public static ScriptStep Take(FakeScript script, CallRecord record, IReadOnlyList<SendRequest> requests, int maxListedErrors)
    {
        List<(SendRequest Request, string? MessageId)> queued = [];
        List<(int Index, string Code, string Message)> errors = [];
        var delay = TimeSpan.Zero;
        for (var index = 0; index < requests.Count; index++)
        {
            var step = script.Take(requests[index]);
            if (step.IsOfWholeCall)
                return step with { IsQueued = false, OnReceived = step.IsQueued ? () => QueueAll(record, requests.Select(static request => (request, (string?)null))) : null };
            if (step.ItemError is var (code, message))
                errors.Add((index, code, message));
            else
                queued.Add((requests[index], step.MessageId));
            delay = step.Delay > delay ? step.Delay : delay;
        }

        return new ScriptStep(_ => FakeResponses.CreateBulk(queued.Count, errors, maxListedErrors)) { Delay = delay, OnReceived = () => QueueAll(record, queued) };
    }

    private static void QueueAll(CallRecord record, IEnumerable<(SendRequest Request, string? MessageId)> messages)
    {
        foreach (var (request, messageId) in messages)
            record.Queue(request, messageId);
    }
}
