namespace Trackly.Sdk.Pipeline;

/// <summary>The settings of the moment: a rotated key is used by the next attempt.</summary>
internal sealed class SettingsSource(SendSettings initial)
{
    private volatile SendSettings _current = initial;

    public SendSettings Current
    {
        get => _current;
        set => _current = value;
    }
}
