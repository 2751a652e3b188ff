namespace Trackly.Sdk.Pipeline.Json;

/// <summary>A caller's own keys and values, already written as JSON: it takes their place in a request, so that they are read only once.</summary>
internal sealed class WrittenValues(byte[] json) : Dictionary<string, object?>
{
    /// <summary>Gets the JSON object as UTF-8.</summary>
    public byte[] Json => json;
}
