using System.Reflection;
using System.Runtime.Versioning;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Which build of the SDK the tests run against, for what one of them cannot do.</summary>
internal static class SdkBuild
{
    /// <summary>Gets whether it is the build for .NET Standard, whichever runtime it runs on.</summary>
    public static bool IsForStandard { get; } =
        typeof(TracklyClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);
}
