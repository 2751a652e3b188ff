using System.Reflection;

namespace FaultLab;

/// <summary>All HTTP/1.1 faults, so that a theory can check that it covers each of them.</summary>
public static class Faults
{
    private static readonly Type[] Families =
    [
        typeof(ConnectionFaults), typeof(BrokenResponses), typeof(HostileResponses), typeof(UnreadableSuccesses), typeof(UnusualSuccesses), typeof(PlainResponses),
        typeof(RetryAfterResponses), typeof(CompressedResponses), typeof(EarlyResponses), typeof(Redirects),
    ];

    public static IReadOnlyList<Fault> All { get; } =
        [.. Families.SelectMany(family => family.GetProperties(BindingFlags.Public | BindingFlags.Static)).Select(fault => (Fault)fault.GetValue(null)!)];

    public static Fault Find(string name) => All.Single(fault => fault.Name == name);
}
