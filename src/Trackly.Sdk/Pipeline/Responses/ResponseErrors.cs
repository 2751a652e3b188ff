namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>
/// Errors of parsing a response quote what the server sent, which may repeat the request. They keep their type and <c>HttpRequestError</c>, not their message.
/// Errors of connecting have nothing to quote and stay as they are.
/// </summary>
internal static class ResponseErrors
{
    private const string Message = "The response cannot be read.";

    public static Exception RemoveMessage(Exception exception) => exception switch
    {
#if NET
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded } request =>
            new HttpRequestException(request.HttpRequestError, Message),
        HttpRequestException { InnerException: HttpIOException inner } request when RemoveMessage(inner) != inner =>
            new HttpRequestException(request.HttpRequestError, Message, RemoveMessage(inner)),
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded } io =>
            new HttpIOException(io.HttpRequestError, Message),
#else
        // The kind of error is not known here; what connecting has to say is in the inner exceptions, and so is what a response says.
        HttpRequestException { InnerException: null } => new HttpRequestException(Message),
        HttpRequestException { InnerException: IOException inner } when inner.InnerException is null => new HttpRequestException(Message, new IOException(Message)),
#endif
        _ => exception,
    };
}
