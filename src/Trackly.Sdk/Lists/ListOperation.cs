using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Lists;

/// <summary>What the operations that read lists have in common.</summary>
internal abstract class ListOperation<TRequest, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    protected const string NotTheDocumentedObject = "it is not the JSON object that Trackly documents";

    public override HttpMethod Method => HttpMethod.Get;

    public override string Path => "v2/lists";

    public override RepeatSafety RepeatSafety => RepeatSafety.Safe;

    public override OutcomeAdvice Advice => OutcomeAdvice.Read;

    public override byte[]? Serialize(TRequest request) => null;

    /// <summary>Creates a list. Null when the object has no id.</summary>
    protected static TracklyList? CreateList(ResponseObject? json) => json?.TakeInt32("id") is not { } id ? null : new TracklyList
    {
        Id = id,
        PhoneNumber = json.TakeString("phone_number") ?? "",
        BrandName = json.TakeString("brand_name"),
        ListName = json.TakeString("list_name"),
        ListType = new TracklyListType(json.TakeString("list_type")),
        Status = new TracklyListStatus(json.TakeString("status")),
        ContactCount = json.TakeInt32("contact_count"),
        CreatedAt = json.TakeTime("created_at"),
        AdditionalProperties = json.GetOthers(),
    };
}
