namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>Understands the 2xx responses of one operation.</summary>
internal interface IResponseParser
{
    /// <summary>Parses a whole body. Never throws for what a server may send.</summary>
    ParsedResponse Parse(byte[] body);
}
