using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Contacts;

/// <summary>What the operations on contacts have in common.</summary>
internal abstract class ContactOperation<TRequest, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    protected const string NotTheDocumentedObject = "it is not the JSON object that Trackly documents";

    public override string Path => "v2/contacts";

    public override RepeatSafety RepeatSafety => RepeatSafety.Safe;
}
