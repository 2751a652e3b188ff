using System.Net;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The proxy of the machine, except for loopback addresses: a proxy elsewhere would get key and message in plain text.</summary>
internal sealed class LoopbackProxy(IWebProxy inner) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => inner.Credentials;
        set => inner.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? destination : inner.GetProxy(destination);

    public bool IsBypassed(Uri host) => LoopbackAddress.IsLoopback(host) || inner.IsBypassed(host);
}
