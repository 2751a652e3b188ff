namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>Understands the responses of one operation.</summary>
internal interface IResponseParser
{
    /// <summary>Parses the whole body of a 2xx response. Never throws for what a server may send.</summary>
    ParsedResponse Parse(byte[] body);

    /// <summary>Parses the whole body of any other response. Accepted when that response is a result of the operation and no error.</summary>
    ParsedResponse ParseError(int statusCode, byte[] body);
}
