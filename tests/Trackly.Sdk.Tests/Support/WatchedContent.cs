using System.Text;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A response body of a real handler keeps its connection until it is disposed.</summary>
internal sealed class WatchedContent(byte[] body) : ByteArrayContent(body)
{
    public WatchedContent(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
