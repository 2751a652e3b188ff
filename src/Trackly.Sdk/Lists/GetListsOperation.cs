using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Lists;

/// <summary><c>GET v2/lists</c>.</summary>
internal sealed class GetListsOperation : ListOperation<ListQuery, IReadOnlyList<TracklyList>>
{
    public static GetListsOperation Instance { get; } = new();

    public override string Name => "get_lists";

    public override void Validate(ListQuery request, RequestErrors errors)
    {
        // What Trackly does with a status that it does not know is not documented: a new one passes.
    }

    public override string GetPathSuffix(ListQuery request) => request.Status is { Value: { Length: > 0 } status } ? $"?status={Uri.EscapeDataString(status)}" : "";

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body)?.TakeObjects("lists") is not { } items)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        var lists = items.Select(CreateList).ToList();
        return lists.Contains(null) ? new(ResponseKind.Unreadable, Problem: "it has a list without an id") : new(ResponseKind.Accepted, lists);
    }
}
