using System.Reflection;

namespace FaultLab;

/// <summary>The closed set of faults, for theories: every row names one.</summary>
public static class Faults
{
    private static readonly Type[] Families =
        [typeof(ConnectionFaults), typeof(BrokenAnswers), typeof(HostileAnswers), typeof(UnreadableSuccesses), typeof(PlainAnswers), typeof(Redirects)];

    public static IReadOnlyList<Fault> All { get; } =
        [.. Families.SelectMany(family => family.GetProperties(BindingFlags.Public | BindingFlags.Static)).Select(fault => (Fault)fault.GetValue(null)!)];

    public static Fault Named(string name) => All.Single(fault => fault.Name == name);
}
