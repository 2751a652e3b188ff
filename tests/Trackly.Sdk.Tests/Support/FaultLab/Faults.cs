using System.Reflection;

namespace Trackly.Sdk.Tests.Support.FaultLab;

/// <summary>The closed set of faults, for theories: every row names one.</summary>
internal static class Faults
{
    private static readonly Type[] Families =
        [typeof(ConnectionFaults), typeof(BrokenAnswers), typeof(HostileAnswers), typeof(UnreadableSuccesses), typeof(PlainAnswers), typeof(Redirects)];

    public static IReadOnlyList<Fault> All { get; } =
        [.. Families.SelectMany(family => family.GetProperties(BindingFlags.Public | BindingFlags.Static)).Select(fault => (Fault)fault.GetValue(null)!)];

    public static Fault Named(string name) => All.Single(fault => fault.Name == name);
}
