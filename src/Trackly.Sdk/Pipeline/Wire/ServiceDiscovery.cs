namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Lets the handler of Microsoft.Extensions.ServiceDiscovery, and no other, change the address of a request: one handler before it sees the name that it gets, one behind it
/// records the address that it made of it.
/// </summary>
internal static class ServiceDiscovery
{
    private const string Resolver = "Microsoft.Extensions.ServiceDiscovery.Http.ResolvingHttpDelegatingHandler";

    /// <summary>Watches the handler of service discovery. False when there is none.</summary>
    public static bool Watch(IList<DelegatingHandler> handlers)
    {
        var found = false;
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().FullName != Resolver)
                continue;
            handlers.Insert(i + 1, new ResolvedAddressHandler());
            handlers.Insert(i, new ServiceNameHandler());
            found = true;
        }

        return found;
    }
}
