using System.Text;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A response body that records its disposal. In a real handler, it would keep its connection until then.</summary>
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
