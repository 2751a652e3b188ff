namespace Trackly.Sdk.Lists;

/// <summary>Which list to return.</summary>
internal sealed class SingleListQuery(int id)
{
    public int Id => id;
}
