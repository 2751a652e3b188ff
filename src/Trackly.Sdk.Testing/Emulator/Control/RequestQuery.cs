using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Selects requests by the parameters of a request to the control API.</summary>
internal sealed record RequestQuery(string? To, string? Account, bool? IsQueued, bool? IsRefused, long After, long Before, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    public static string[] Parameters { get; } = ["to", "account", "queued", "refused", "after", "before", "limit"];

    /// <exception cref="FormatException">A parameter is invalid.</exception>
    public static RequestQuery Read(IQueryCollection query) => new(
        QueryReader.ReadString(query, "to"),
        QueryReader.ReadString(query, "account"),
        QueryReader.ReadFlag(query, "queued"),
        QueryReader.ReadFlag(query, "refused"),
        QueryReader.ReadNumber(query, "after", defaultValue: 0, min: 0, max: long.MaxValue),
        QueryReader.ReadNumber(query, "before", defaultValue: long.MaxValue, min: 0, max: long.MaxValue),
        (int)QueryReader.ReadNumber(query, "limit", DefaultLimit, min: 1, MaxLimit));

    /// <summary>Newest first.</summary>
    public IEnumerable<EmulatedExchange> Find(IReadOnlyList<EmulatedExchange> exchanges) => exchanges.Reverse()
        .Where(exchange => (To is null || exchange.To == To) && (Account is null || exchange.Account == Account)
            && (IsQueued is null || IsQueued == exchange.MessageId is not null)
            && (IsRefused is null || IsRefused == exchange.IsRefused) && exchange.Sequence > After && exchange.Sequence < Before)
        .Take(Limit);
}
