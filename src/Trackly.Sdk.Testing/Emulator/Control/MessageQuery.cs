using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Selects messages by the parameters of a request.</summary>
/// <param name="Search">What a message must contain. Null means anything.</param>
/// <param name="To">The recipient. Null means any.</param>
/// <param name="ListNumber">The sending list. Null means any.</param>
/// <param name="Account">The account. Null means any.</param>
/// <param name="Fault">The fault, by its name. Null means any, and none.</param>
/// <param name="Status">The status. Null means any.</param>
/// <param name="After">Messages after this sequence.</param>
/// <param name="Before">Messages before this sequence.</param>
/// <param name="Limit">The maximum number of messages.</param>
/// <param name="Wait">How long to wait for the first message.</param>
/// <param name="IsSummary">Whether each message is written as a summary.</param>
internal sealed record MessageQuery(
    MessageSearch? Search, string? To, string? ListNumber, string? Account, string? Fault, string? Status, long After, long Before, int Limit, TimeSpan Wait, bool IsSummary)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;
    private const int MaxWaitSeconds = 60;

    private static readonly string[] Statuses = ["queued", "dropped", .. DeliveryStatuses.All];

    public static string[] Parameters { get; } = ["search", "to", "list_number", "account", "fault", "status", "after", "before", "limit", "wait", "summary"];

    /// <exception cref="FormatException">A parameter is invalid.</exception>
    public static MessageQuery Read(IQueryCollection query) => new(
        QueryReader.ReadString(query, "search") is { } search ? MessageSearch.Parse(search) : null,
        QueryReader.ReadString(query, "to"),
        QueryReader.ReadString(query, "list_number"),
        QueryReader.ReadString(query, "account"),
        QueryReader.ReadName(query, "fault", EmulatedFaultNames.Names),
        QueryReader.ReadName(query, "status", Statuses),
        QueryReader.ReadNumber(query, "after", defaultValue: 0, min: 0, max: long.MaxValue),
        QueryReader.ReadNumber(query, "before", defaultValue: long.MaxValue, min: 0, max: long.MaxValue),
        (int)QueryReader.ReadNumber(query, "limit", DefaultLimit, min: 1, MaxLimit),
        TimeSpan.FromSeconds((double)QueryReader.ReadNumber(query, "wait", defaultValue: 0, min: 0, MaxWaitSeconds)),
        QueryReader.ReadFlag(query, "summary") is true);

    /// <summary>Finds every message, newest first, whatever the limit.</summary>
    public IEnumerable<EmulatedMessage> Find(OutboxSnapshot snapshot, CancellationToken cancellationToken)
    {
        var first = snapshot.FindIndexAfter(After);
        var last = Before is long.MaxValue ? snapshot.Messages.Count : Before is 0 ? 0 : snapshot.FindIndexAfter(Before - 1);
        return Enumerable.Range(0, Math.Max(0, last - first)).Select(back => snapshot.Messages[last - 1 - back])
            .Where(message => Matches(message, cancellationToken));
    }

    private bool Matches(EmulatedMessage message, CancellationToken cancellationToken)
    {
        // Once per message, each of which takes a bounded time.
        cancellationToken.ThrowIfCancellationRequested();
        return (To is null || message.To == To) && (ListNumber is null || message.ListNumber == ListNumber) && (Account is null || message.Account == Account)
            && (Fault is null || message.Fault.ToName() == Fault) && (Status is null || message.Status == Status)
            && (Search is null || Search.Matches(message));
    }
}
