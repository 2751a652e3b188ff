using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Exchanges;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary><c>POST v2/send</c> and <c>POST v2/send-raw</c>: queue one message, or return the reason why not. <c>POST v2/send/bulk</c>: see <see cref="BulkCall"/>.</summary>
/// <remarks>
/// Which of several errors in a request is returned is not documented. The emulator's choice: key, account, limit, content type, size, JSON, fields,
/// list. Scripted faults come last: an invalid request uses none up.
/// </remarks>
internal sealed class SendEndpoint(AccountDirectory accounts, MessageStore messages, FaultScript faults, TimeProvider clock, int maxBulkErrors)
{
    public const string ApiRoot = "/api/";

    private const string Path = ApiRoot + "v2/send";
    private const string RawPath = ApiRoot + "v2/send-raw";
    private const string BulkPath = ApiRoot + "v2/send/bulk";

    // What JsonDocument keeps of each token, beside the bytes of the JSON.
    private const int BytesPerToken = 12;

    private long _requests;

    /// <summary>The number of requests, rejected ones included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public static bool Has(string path) => path is Path or RawPath or BulkPath;

    public async Task<EmulatorResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var (account, wrongKey) = accounts.Find(request.Headers[ApiKeys.Header]);
        if (account is null)
            return wrongKey!;
        var trace = RequestTrace.Get(request.HttpContext);
        trace.Account = account.Name;

        // The documentation requires the header on every request, and does not say what happens without it.
        if (!IsJson(request))
            return ErrorResponse.NotJson;

        if (await LimitedBodyReader.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } body)
            return ErrorResponse.TooLarge;

        if (StrictJsonParser.Parse(body, out var tokens) is not { } json)
            return StrictJsonParser.IsTooDeep(body) ? ErrorResponse.TooDeep : ErrorResponse.MalformedJson;

        if (request.Path == BulkPath)
            return new BulkCall(account, messages, faults, clock, trace, maxBulkErrors).Respond(json, request.Headers, body.Length + (tokens * BytesPerToken));

        trace.Read(json);
        if (RequestRules.Check(json) is { } wrongField)
            return wrongField;

        var isRaw = request.Path == RawPath;
        var submitted = RequestParser.Parse(json, account.Name, request.Headers) with
        {
            DocumentBytes = body.Length + (tokens * BytesPerToken),
            DropReason = DropRules.FindReason(account, json, isRaw),
        };
        return AccountDirectory.CheckList(account, submitted.ListNumber) ?? Respond(submitted, trace, isRaw);
    }

    private EmulatorResponse Respond(EmulatedRequest submitted, RequestTrace trace, bool isRaw)
    {
        var notes = SendNotes.Combine(DropRules.FindNote(submitted.DropReason), isRaw ? SendNotes.Raw : null);
        if (faults.Take(submitted, out var fault) is { } broken)
            return broken;

        trace.Fault = fault.Trace;
        return FaultResponses.Create(
            fault, () => new QueuedResponse(trace.AddMessage(messages.Queue(submitted, notes, fault.Trace, fault.MessageId))), clock);
    }

    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
