using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>A value of <c>--list</c>: a number and, after an equals sign, a status.</summary>
internal sealed record ListSetting(string Number, EmulatedListStatus Status)
{
    public static IReadOnlyList<ListSetting> Defaults { get; } =
    [
        new("+18005551000", EmulatedListStatus.Active),
        new("+18005552000", EmulatedListStatus.Unverified),
    ];

    /// <exception cref="ArgumentException">A number or a status is invalid, or a number is given twice.</exception>
    public static IReadOnlyList<ListSetting> ParseAll(IEnumerable<string> values)
    {
        List<ListSetting> lists = [.. values.Select(Parse)];
        return lists.GroupBy(list => list.Number).FirstOrDefault(group => group.Count() > 1)?.Key is { } number
            ? throw new ArgumentException($"The number {number} is given twice.")
            : lists;
    }

    private static ListSetting Parse(string value)
    {
        var (number, word) = value.Split('=', 2) is [var before, var after] ? (before, after) : (value, "active");
        var list = new ListSetting(number, word switch
        {
            "active" => EmulatedListStatus.Active,
            "paused" => EmulatedListStatus.Paused,
            "unverified" => EmulatedListStatus.Unverified,
            _ => throw new ArgumentException("A list's status must be active, paused or unverified."),
        });
        _ = new EmulatedAccount("to check").AddList(list.Number);
        return list;
    }

    public override string ToString() => Status is EmulatedListStatus.Active ? Number : $"{Number} ({ToName(Status)})";

    public static string ToName(EmulatedListStatus status) => status switch
    {
        EmulatedListStatus.Paused => "paused",
        EmulatedListStatus.Unverified => "unverified",
        _ => "active",
    };
}
