using System.Globalization;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Lists;

/// <summary><c>GET v2/lists/{id}</c>.</summary>
internal sealed class GetListOperation : ListOperation<SingleListQuery, FoundList>
{
    public static GetListOperation Instance { get; } = new();

    public override string Name => "get_list";

    public override void Validate(SingleListQuery request, RequestErrors errors)
    {
        // Every number may be an id.
    }

    public override string GetPathSuffix(SingleListQuery request) => "/" + request.Id.ToString(CultureInfo.InvariantCulture);

    public override ParsedResponse Parse(byte[] body) => CreateList(ResponseObject.Parse(body)) is { } list
        ? new(ResponseKind.Accepted, new FoundList(list))
        : new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);

    /// <summary>Takes a 404 of Trackly as none. One without its envelope comes from elsewhere, for example because of a wrong base address.</summary>
    public override ParsedResponse ParseError(int statusCode, byte[] body) =>
        statusCode == 404 && ErrorEnvelope.Parse(body).Code is "not_found" ? new(ResponseKind.Accepted, new FoundList(null)) : default;
}
