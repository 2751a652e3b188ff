using System.Reflection;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>The version of the package, for example <c>0.1.0</c>.</summary>
internal static class SdkVersion
{
    public static string Value { get; } =
        typeof(SdkVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
