using Microsoft.Extensions.Logging;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Quick;

internal static class Worlds
{
    private static readonly Target Alone = new(Time: 1.35, Bytes: 1.00);
    private static readonly Target InHost = new(Time: 1.5, Bytes: 1.15);
    private static readonly Target Validation = new() { MicrosecondsBeyond = 2 };

    public static IReadOnlyList<World> All { get; } =
    [
        new("accepted", "Accepted, nobody listens", Accepted),
        new("host", "Accepted, in a host", Hosted),
        new("listened", "Accepted, with spans, metrics and the log at Debug listened to (the hand-written code has none)", Listened),
        new("failed", "Failed", Failed),
    ];

    private static List<Group> Accepted()
    {
        var senders = new InMemorySenders(CannedAnswer.Accepted);
        SameOnTheWire.Check([senders.Floor, senders.LeanFloor, senders.Refit, senders.Sdk], senders.Wire);
        return GroupsOf(message =>
        [
            new AcceptedRow(senders.Floor, message), new AcceptedRow(senders.LeanFloor, message), new AcceptedRow(senders.Refit, message), new AcceptedRow(senders.Sdk, message, Alone),
        ]);
    }

    private static List<Group> Hosted()
    {
        var floor = new InMemorySenders(CannedAnswer.Accepted);
        var host = new InMemoryHost(CannedAnswer.Accepted);
        SameOnTheWire.Check([host.Floor, host.Refit, host.Sdk], host.Wire);
        return GroupsOf(message =>
        [
            new AcceptedRow(floor.Floor, message), new AcceptedRow(host.Floor, message), new AcceptedRow(host.Refit, message), new AcceptedRow(host.Sdk, message, InHost),
        ]);
    }

    private static List<Group> Listened()
    {
        var listeners = new Listeners();
        var senders = new InMemorySenders(CannedAnswer.Accepted, LoggerFactory.Create(listeners.Register));
        var host = new InMemoryHost(CannedAnswer.Accepted, listeners.Register);
        SameOnTheWire.Check([senders.Sdk], senders.Wire);
        SameOnTheWire.Check([host.Sdk], host.Wire);
        if (listeners.Heard == 0)
            throw new InvalidOperationException("The listeners heard nothing: this measurement is void.");
        return GroupsOf(message => [new AcceptedRow(senders.Floor, message), new AcceptedRow(senders.Sdk, message), new AcceptedRow(host.Sdk, message)]);
    }

    private static List<Group> Failed()
    {
        var senders = new InMemorySenders(CannedAnswer.ListNotFound);
        var faulty = Message.Short with { Request = Message.Short.Request with { To = "4155551234" } };
        return
        [
            new("Rejected: 400 list_not_found",
            [
                new ThrowingRow<FloorException>(senders.Floor.Name, () => senders.Floor.SendAsync(Message.Short)),
                new ThrowingRow<Refit.ApiException>(senders.Refit.Name, () => senders.Refit.SendAsync(Message.Short)),
                new ThrowingRow<TracklyListNotFoundException>(senders.Sdk.Name, () => senders.Sdk.SendAsync(Message.Short)),
            ]),
            new("Faulty: the recipient's number has no +",
            [
                new ThrowingRow<TracklyValidationException>("the exception alone", new ExceptionAlone(() => senders.Sdk.SendAsync(faulty)).ThrowAsync),
                new ThrowingRow<TracklyValidationException>(senders.Sdk.Name, () => senders.Sdk.SendAsync(faulty), Validation),
            ]),
        ];
    }

    private static List<Group> GroupsOf(Func<Message, IReadOnlyList<Row>> rows) => [.. Message.All.Select(message => new Group(message.Name, rows(message)))];
}
