namespace Trackly.Sdk.Lists;

/// <summary>The result of looking for a list.</summary>
/// <param name="list">Null when there is none.</param>
internal sealed class FoundList(TracklyList? list)
{
    public TracklyList? List => list;
}
