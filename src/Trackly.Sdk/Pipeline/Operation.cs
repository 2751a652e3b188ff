using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Pipeline;

/// <summary>Describes one endpoint of the API. It does not depend on HTTP handlers, retries or telemetry, and the pipeline does not depend on any operation.</summary>
internal abstract class Operation<TRequest, TResponse> : IResponseParser
    where TRequest : class
    where TResponse : class
{
    /// <summary>Gets the name in telemetry, for example <c>send</c>.</summary>
    public abstract string Name { get; }

    public abstract HttpMethod Method { get; }

    /// <summary>Gets the path below the base address that all requests share, for example <c>v2/send</c>.</summary>
    public abstract string Path { get; }

    public abstract RepeatSafety RepeatSafety { get; }

    /// <summary>Gets what an exception says about each outcome.</summary>
    public abstract OutcomeAdvice Advice { get; }

    /// <summary>Gets how many bytes of a 2xx response are read. A response with more is unreadable.</summary>
    public virtual int MaxResponseBytes => 1024 * 1024;

    /// <summary>Adds every error of a request.</summary>
    public abstract void Validate(TRequest request, RequestErrors errors);

    /// <summary>
    /// Returns the request with the caller's own keys and values written as JSON (<see cref="RequestErrors.WriteValues"/>), and adds their errors. The request itself, the
    /// default, when it has none. Nothing else reads them: a sequence among them may be readable only once.
    /// </summary>
    public virtual TRequest WriteValues(TRequest request, RequestErrors errors) => request;

    /// <summary>Writes a valid request as UTF-8 JSON. Null when the operation sends no body.</summary>
    public abstract byte[]? Serialize(TRequest request);

    public abstract ParsedResponse Parse(byte[] body);

    /// <summary>Understands an error response that is a result of this operation, such as the 404 of a lookup. The default: none is.</summary>
    public virtual ParsedResponse ParseError(int statusCode, byte[] body) => default;

    /// <summary>Returns what follows <see cref="Path"/> in one request, escaped: an id, a query. Empty by default.</summary>
    public virtual string GetPathSuffix(TRequest request) => "";

    /// <summary>Returns the request with every number that it texts replaced by what <paramref name="map"/> returns for it. The default: it texts nobody.</summary>
    public virtual TRequest MapRecipients(TRequest request, Func<string, string> map) => request;

    /// <summary>Completes a parsed response with the attempts of its call.</summary>
    public virtual TResponse WithAttempts(TResponse response, IReadOnlyList<SendAttempt> attempts) => response;

    /// <summary>Returns the id of a response as it may be logged. Empty, the default, when there is none.</summary>
    public virtual string GetLogId(TResponse response) => "";
}
