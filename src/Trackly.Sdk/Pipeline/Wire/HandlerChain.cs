namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>What is known about the handlers between the client and the network. Once true, it stays true: a request made for one chain may be sent through the next.</summary>
internal sealed class HandlerChain
{
    private volatile bool _isGuarded;
    private volatile bool _hasHostHandlers;
    private volatile bool _resolvesNames;

    /// <summary>Gets or sets whether a <see cref="SingleTransmissionHandler"/> is next to the network. False for an HttpClient of the caller's own.</summary>
    public bool IsGuarded
    {
        get => _isGuarded;
        set => _isGuarded |= value;
    }

    /// <summary>
    /// Gets or sets whether handlers of the host may read, copy or repeat a request before it gets there. Without them a send saves a third of its allocations.
    /// </summary>
    public bool HasHostHandlers
    {
        get => _hasHostHandlers;
        set => _hasHostHandlers |= value;
    }

    /// <summary>Gets or sets whether one of those handlers is that of service discovery.</summary>
    public bool ResolvesNames
    {
        get => _resolvesNames;
        set => _resolvesNames |= value;
    }
}
