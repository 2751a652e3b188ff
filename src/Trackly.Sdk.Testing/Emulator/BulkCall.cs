using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Exchanges;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>One call of <c>POST v2/send/bulk</c>: queues the good messages, and lists the errors of the others.</summary>
/// <remarks>
/// What an error looks like, and whether the list has a limit, is not documented. The emulator's choice: the members of other bulk endpoints, and their
/// limit. A message whose line of the script is a fault decides about the whole call.
/// </remarks>
internal sealed class BulkCall(EmulatedAccount account, MessageStore messages, FaultScript faults, TimeProvider clock, RequestTrace trace, int maxErrors)
{
    private readonly List<(EmulatedRequest Request, string? MessageId)> _good = [];
    private readonly List<BulkItemError> _errors = [];

    public EmulatorResponse Respond(JsonElement json, IHeaderDictionary headers, long documentBytes)
    {
        if (FindItems(json, out var items) is { } wrong)
            return wrong;

        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            if (Check(item) is { } error)
            {
                AddError(index, item, error);
                continue;
            }

            var submitted = Parse(item, headers, documentBytes / items.Count);
            if (AccountDirectory.CheckList(account, submitted.ListNumber) is { } wrongList)
            {
                AddError(index, item, wrongList);
                continue;
            }

            if (faults.Take(submitted, out var fault) is { } broken)
                return broken;
            if (fault is { Kind: EmulatedFault.Status, Status: StatusCodes.Status400BadRequest, Code: { } code } && BulkErrors.IsOfOneMessage(code))
                _errors.Add(new BulkItemError(index, submitted.To, fault.ErrorMessage ?? code, code));
            else if (fault.Trace is EmulatedFault.None)
                _good.Add((submitted, fault.MessageId));
            else
                return RespondToAll(items, index, submitted, fault, headers);
        }

        return Queue(EmulatedFault.None);
    }

    /// <summary>Applies a fault to the whole call: the messages from the current one on are queued or not as it says, whatever their own lines say.</summary>
    private EmulatorResponse RespondToAll(IReadOnlyList<JsonElement> items, int index, EmulatedRequest current, InjectedFault fault, IHeaderDictionary headers)
    {
        _good.Add((current, fault.MessageId));
        foreach (var item in items.Skip(index + 1).Where(item => Check(item) is null))
            _good.Add((Parse(item, headers, current.DocumentBytes), null));
        trace.Fault = fault.Trace;
        return FaultResponses.Create(fault, () => Queue(fault.Trace), clock);
    }

    private EmulatedRequest Parse(JsonElement item, IHeaderDictionary headers, long documentBytes) => RequestParser.Parse(item, account.Name, headers) with
    {
        DocumentBytes = documentBytes,
        DropReason = DropRules.FindReason(account, item, isRaw: false),
    };

    private BulkResponse Queue(EmulatedFault fault)
    {
        foreach (var (request, messageId) in _good)
            trace.AddMessage(messages.Queue(request, SendNotes.Combine(DropRules.FindNote(request.DropReason), SendNotes.Bulk), fault, messageId));

        return new BulkResponse(_good.Count, _errors, maxErrors);
    }

    private void AddError(int index, JsonElement item, ErrorResponse error)
    {
        var number = item.ValueKind is JsonValueKind.Object && item.Field("to") is { ValueKind: JsonValueKind.String } to ? to.GetString() : null;
        _errors.Add(new BulkItemError(index, number, error.Error, error.Code));
    }

    // Whether an item can have metadata is not documented. The emulator's choice: an error, so that a test finds what may get lost.
    private static ErrorResponse? Check(JsonElement item) => RequestRules.Check(item)
        ?? (item.Field("metadata") is null ? null : ErrorResponse.CreateBadRequest("The metadata field is not documented for a message of a bulk request."));

    private static ErrorResponse? FindItems(JsonElement json, out IReadOnlyList<JsonElement> items)
    {
        items = [];
        if (json.ValueKind is not JsonValueKind.Object)
            return ErrorResponse.NotAnObject;
        if (json.Field("messages") is not { } messages)
            return ErrorResponse.MissingMessages;
        if (messages.ValueKind is not JsonValueKind.Array)
            return ErrorResponse.CreateWrongType("messages", "an array");

        items = [.. messages.EnumerateArray()];

        // Other endpoints of Trackly say that an empty array counts as missing.
        return items.Count is 0 ? ErrorResponse.MissingMessages : items.Count > BulkErrors.MaxMessages ? ErrorResponse.TooManyMessages : null;
    }
}
