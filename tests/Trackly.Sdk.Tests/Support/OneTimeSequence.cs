using System.Collections;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A sequence that gives its items to the first reader only, as a stream of records does.</summary>
internal sealed class OneTimeSequence(params object?[] items) : IEnumerable<object?>
{
    /// <summary>Gets how often it was read.</summary>
    public int Reads { get; private set; }

    public IEnumerator<object?> GetEnumerator()
    {
        var rest = Reads++ == 0 ? items : [];
        return ((IEnumerable<object?>)rest).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
