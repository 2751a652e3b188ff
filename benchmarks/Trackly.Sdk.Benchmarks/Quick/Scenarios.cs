using Microsoft.Extensions.Logging;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>The scenarios in memory, with their targets.</summary>
internal static class Scenarios
{
    private static readonly Target AcceptedTarget = new(Time: 1.00, Bytes: 1.10);
    private static readonly Target HostTarget = new(Time: 1.15, Bytes: 1.25);
    private static readonly Target ListenedTarget = new(Time: 1.35);
    private static readonly Target RejectedTarget = new(Time: 2.0);
    private static readonly Target InvalidTarget = new() { ExtraMicroseconds = 2 };

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("accepted", "Accepted, no telemetry collected", CreateAccepted),
        new("host", "Accepted, in a host", CreateHosted),
        new("listened", "Accepted, with spans, metrics and the log at Debug collected (the hand-written code has none)", CreateListened),
        new("failed", "Failed", CreateFailed),
    ];

    private static List<Group> CreateAccepted()
    {
        var senders = new InMemorySenders(CannedResponse.Accepted);
        RequestComparison.Check([senders.Floor, senders.LeanFloor, senders.Refit, senders.Sdk], senders.Wire);
        return CreateGroups(message =>
        [
            new AcceptedRow(senders.Floor, message), new AcceptedRow(senders.LeanFloor, message), new AcceptedRow(senders.Refit, message), new AcceptedRow(senders.Sdk, message, AcceptedTarget),
        ]);
    }

    private static List<Group> CreateHosted()
    {
        var floor = new InMemorySenders(CannedResponse.Accepted);
        var host = new InMemoryHost(CannedResponse.Accepted);
        RequestComparison.Check([host.Floor, host.Refit, host.Sdk], host.Wire);
        return CreateGroups(message =>
        [
            new AcceptedRow(floor.Floor, message), new AcceptedRow(host.Floor, message), new AcceptedRow(host.Refit, message), new AcceptedRow(host.Sdk, message, HostTarget),
        ]);
    }

    private static List<Group> CreateListened()
    {
        var listeners = new Listeners();
        var senders = new InMemorySenders(CannedResponse.Accepted, LoggerFactory.Create(listeners.Register));
        var host = new InMemoryHost(CannedResponse.Accepted, listeners.Register);
        RequestComparison.Check([senders.Sdk], senders.Wire);
        RequestComparison.Check([host.Sdk], host.Wire);
        if (listeners.Count == 0)
            throw new InvalidOperationException("The listeners received nothing: this measurement is void.");
        return CreateGroups(message => [new AcceptedRow(senders.Floor, message), new AcceptedRow(senders.Sdk, message, ListenedTarget), new AcceptedRow(host.Sdk, message)]);
    }

    private static List<Group> CreateFailed()
    {
        var senders = new InMemorySenders(CannedResponse.ListNotFound);
        var invalid = Message.Short with { Request = Message.Short.Request with { To = "4155551234" } };
        return
        [
            new("Rejected: 400 list_not_found",
            [
                new ThrowingRow<FloorException>(senders.Floor.Name, () => senders.Floor.SendAsync(Message.Short)),
                new ThrowingRow<Refit.ApiException>(senders.Refit.Name, () => senders.Refit.SendAsync(Message.Short)),
                new ThrowingRow<TracklyListNotFoundException>(senders.Sdk.Name, () => senders.Sdk.SendAsync(Message.Short), RejectedTarget),
            ]),
            new("Invalid: the recipient's number has no +",
            [
                new ThrowingRow<TracklyValidationException>("the exception alone", new ExceptionAlone(() => senders.Sdk.SendAsync(invalid)).ThrowAsync),
                new ThrowingRow<TracklyValidationException>(senders.Sdk.Name, () => senders.Sdk.SendAsync(invalid), InvalidTarget),
            ]),
        ];
    }

    private static List<Group> CreateGroups(Func<Message, IReadOnlyList<Row>> rows) => [.. Message.All.Select(message => new Group(message.Name, rows(message)))];
}
