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
        HttpRequestException request when IsOfResponse(request) => new HttpRequestException(Message),
        HttpRequestException { InnerException: IOException inner } when IsOfResponse(inner) => new HttpRequestException(Message, new IOException(Message)),
        IOException io when IsOfResponse(io) => new IOException(Message),
#endif
        _ => exception,
    };

#if !NET
    /// <summary>Reads the kind of error where the runtime is newer than this build. .NET Framework has none, and quotes nothing.</summary>
    private static bool IsOfResponse(Exception exception) =>
        exception.GetType().GetProperty("HttpRequestError")?.GetValue(exception)?.ToString() is "InvalidResponse" or "HttpProtocolError" or "ConfigurationLimitExceeded";
#endif
}
