namespace Durable;

/// <summary>What a customer orders.</summary>
/// <param name="Id">The number of the order.</param>
/// <param name="Phone">Where the confirmation goes, in E.164 format.</param>
internal sealed record Order(string Id, string Phone);
