using CsCheck;
using Trackly.Sdk.Messages;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>Bulk calls of drawn sizes, drawn truths and drawn error lists, honest and not: no result ever claims more than the response says.</summary>
public sealed class BulkAttributionPropertyTests
{
    private static readonly Gen<Call> HonestCalls =
        from count in Gen.Int[1, 30]
        from recipients in Gen.Int[0, 12].Array[count]
        from refused in Gen.Bool.Array[count]
        from forms in Gen.Int[0, 3].Array[count]
        from listed in Gen.Int[0, 30]
        select Create(recipients, refused, forms, listed);

    private static readonly Gen<BulkError> AnyErrors =
        from index in Gen.Int[-2, 32]
        from number in Gen.Int[0, 14]
        from form in Gen.Int[0, 3]
        select new BulkError(form is 0 or 2 ? index : null, form is 1 or 2 ? CreateNumber(number) : null, "code", null);

    private static readonly Gen<Call> AnyCalls =
        from call in HonestCalls
        from queued in Gen.Int[0, 32]
        from refused in Gen.Int[0, 32]
        from errors in AnyErrors.Array[0, 8]
        select call with { Reply = new BulkReply(queued, refused, errors) };

    [Fact]
    public void Attribute_HonestResponse_NeverContradictsTheTruth() =>
        HonestCalls.Sample(static call => BulkAttribution.Attribute(call.Messages, call.Reply).Select(static (result, index) => (result.Outcome, index)).All(
            result => result.Outcome == SendOutcome.Unknown || (result.Outcome == SendOutcome.Rejected) == call.Refused[result.index]));

    [Fact]
    public void Attribute_HonestResponseWithEveryIndex_LeavesNothingUnknown() =>
        HonestCalls.Sample(static call =>
        {
            var errors = call.Refused.Select(static (refused, index) => (refused, index)).Where(static item => item.refused).Select(static item => new BulkError(item.index, null, null, null));
            var reply = call.Reply with { Errors = [.. errors] };
            return BulkAttribution.Attribute(call.Messages, reply).All(static result => result.Outcome is SendOutcome.Accepted or SendOutcome.Rejected);
        });

    [Fact]
    public void Attribute_AnyResponse_AcceptsAsManyAsAreQueuedOrNone() =>
        AnyCalls.Sample(static call =>
        {
            var outcomes = BulkAttribution.Attribute(call.Messages, call.Reply).Select(static result => result.Outcome).ToList();
            var (accepted, rejected) = (outcomes.Count(static outcome => outcome == SendOutcome.Accepted), outcomes.Count(static outcome => outcome == SendOutcome.Rejected));
            return outcomes.Count == call.Messages.Length && !outcomes.Contains(SendOutcome.NotSent) && rejected <= call.Reply.ErrorCount
                && (accepted == 0 || (accepted == call.Reply.QueuedCount && accepted + rejected == call.Messages.Length));
        });

    private static Call Create(int[] recipients, bool[] refused, int[] forms, int listed)
    {
        SendRequest[] messages = [.. recipients.Select(static recipient => new SendRequest(CreateNumber(recipient), "+18005551000", "Hi"))];
        var errors = Enumerable.Range(0, messages.Length).Where(index => refused[index]).Take(listed)
            .Select(index => new BulkError(forms[index] is 0 or 2 ? index : null, forms[index] is 1 or 2 ? messages[index].To : null, "code", null));
        return new Call(messages, refused, new BulkReply(refused.Count(static one => !one), refused.Count(static one => one), [.. errors]));
    }

    private static string CreateNumber(int number) => $"+1415555{number:D4}";

    private sealed record Call(SendRequest[] Messages, bool[] Refused, BulkReply Reply);
}
