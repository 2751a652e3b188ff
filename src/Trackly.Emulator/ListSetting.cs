using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>A list as <c>--list</c> names it: a number, and its status after an equals sign.</summary>
internal sealed record ListSetting(string Number, EmulatedListStatus Status)
{
    public static IReadOnlyList<ListSetting> Defaults { get; } =
    [
        new("+18005551000", EmulatedListStatus.Active),
        new("+18005552000", EmulatedListStatus.Unverified),
    ];

    /// <exception cref="ArgumentException">It is no number, or has no such status.</exception>
    public static ListSetting Parse(string text)
    {
        var (number, word) = text.Split('=', 2) is [var before, var after] ? (before, after) : (text, "active");
        var list = new ListSetting(number, word switch
        {
            "active" => EmulatedListStatus.Active,
            "paused" => EmulatedListStatus.Paused,
            "unverified" => EmulatedListStatus.Unverified,
            _ => throw new ArgumentException("A list's status is active, paused or unverified."),
        });
        _ = new EmulatedAccount("to check").SetList(list.Number);
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
