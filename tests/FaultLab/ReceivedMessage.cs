using System.Globalization;

namespace FaultLab;

/// <summary>One message whose whole body reached the server.</summary>
/// <param name="Number">The position among all messages received, from 1.</param>
/// <param name="Connection">The number of its connection, from 1.</param>
/// <param name="ApiKey">The X-Api-Key header. Null if the header was missing or not decoded (HTTP/2).</param>
/// <param name="Body">The body, decoded from UTF-8.</param>
/// <param name="Id">The "id" in the "metadata" of the body. Null if there is none.</param>
/// <param name="Delivery">How many times this id has been received so far, from 1; 1 without an id.</param>
public sealed record ReceivedMessage(int Number, int Connection, string? ApiKey, string Body, string? Id, int Delivery)
{
    /// <summary>The message id that the server assigns.</summary>
    public string MessageId => Number.ToString("x8", CultureInfo.InvariantCulture);
}
