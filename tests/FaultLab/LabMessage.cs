namespace FaultLab;

/// <summary>One message whose body reached the lab whole.</summary>
/// <param name="Number">The place among all messages received, from 1.</param>
/// <param name="Connection">The number of the connection it came on, from 1.</param>
/// <param name="ApiKey">The X-Api-Key header, null where there was none or the head was not decoded (HTTP/2).</param>
/// <param name="Body">The body as text.</param>
/// <param name="Id">The "id" in the body's "metadata", null where there is none.</param>
/// <param name="Delivery">How many times this id has arrived by now, from 1; 1 without an id.</param>
public sealed record LabMessage(int Number, int Connection, string? ApiKey, string Body, string? Id, int Delivery)
{
    /// <summary>The message id under which the lab queues it.</summary>
    public string MessageId => Number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
