namespace FaultLab;

/// <summary>One request that is arriving.</summary>
internal sealed class Http2Stream(int id, Http2Fault fault)
{
    public int Id => id;
    public Http2Fault Fault => fault;
    public List<byte> Body { get; } = [];
}
