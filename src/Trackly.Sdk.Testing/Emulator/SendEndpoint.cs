using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary><c>POST v2/send</c> and <c>POST v2/send-raw</c>: queue one message, or return the reason why not.</summary>
/// <remarks>
/// Which of several errors in a request is returned is not documented. The emulator's choice: key, account, limit, content type, size, JSON, fields,
/// list. Scripted faults come last: an invalid request uses none up.
/// </remarks>
internal sealed class SendEndpoint(AccountDirectory accounts, MessageStore messages, FaultScript faults, TimeProvider clock)
{
    public const string ApiRoot = "/api/";

    private const string Path = ApiRoot + "v2/send";
    private const string RawPath = ApiRoot + "v2/send-raw";
    private const string Raw = "It was sent by send-raw. The checks that it skips are none that the emulator makes.";

    private const string PausedList =
        "The list is paused. Trackly would drop the message later as inactive_list. What it responds to the send is not documented: success is the emulator's choice.";

    // What JsonDocument keeps of each token, beside the bytes of the JSON.
    private const int BytesPerToken = 12;

    private long _requests;

    /// <summary>The number of requests, rejected ones included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public static bool Has(string path) => path is Path or RawPath;

    public async Task<EmulatorResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var (account, wrongKey) = accounts.Find(request.Headers[ApiKeys.Header]);
        if (account is null)
            return wrongKey!;

        // The documentation requires the header on every request, and does not say what happens without it.
        if (!IsJson(request))
            return ErrorResponse.NotJson;

        if (await LimitedBodyReader.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } body)
            return ErrorResponse.TooLarge;

        if (StrictJsonParser.Parse(body, out var tokens) is not { } json)
            return StrictJsonParser.IsTooDeep(body) ? ErrorResponse.TooDeep : ErrorResponse.MalformedJson;

        if (RequestRules.Check(json) is { } wrongField)
            return wrongField;

        var submitted = RequestParser.Parse(json, account.Name, request.Headers) with { DocumentBytes = body.Length + (tokens * BytesPerToken) };
        return AccountDirectory.CheckList(account, submitted.ListNumber) ?? Respond(submitted, account, isRaw: request.Path == RawPath);
    }

    private EmulatorResponse Respond(EmulatedRequest submitted, EmulatedAccount account, bool isRaw)
    {
        var note = account.FindStatus(submitted.ListNumber) is EmulatedListStatus.Paused ? PausedList : isRaw ? Raw : null;
        InjectedFault fault;
        try
        {
            fault = faults.Take(submitted);
        }
        catch (Exception exception)
        {
            // A condition is a test's code. The test cannot see what is thrown here, but it sees the response.
            return new ErrorResponse(StatusCodes.Status500InternalServerError, $"A condition given to When(...) threw {exception.GetType().Name}.");
        }

        return FaultResponses.Create(fault, () => new QueuedResponse(messages.Queue(submitted, note, fault.Trace, fault.MessageId)), clock);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
