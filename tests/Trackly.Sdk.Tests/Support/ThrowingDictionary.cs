using System.Collections;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A dictionary of the caller's that cannot be read, such as one over a connection that is closed.</summary>
internal sealed class ThrowingDictionary : IEnumerable<KeyValuePair<string, object?>>
{
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new TimeoutException("Ann");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
