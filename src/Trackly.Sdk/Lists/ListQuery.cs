namespace Trackly.Sdk.Lists;

/// <summary>Which lists to return.</summary>
/// <param name="status">Null for all except deleted ones.</param>
internal sealed class ListQuery(TracklyListStatus? status)
{
    public TracklyListStatus? Status => status;
}
