using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Trackly.Sdk.Tests;

/// <summary>A row of <c>.ci/runtimes</c> tests the build and the runtime that it says, not what happened to be at hand.</summary>
public sealed class RuntimeTests
{
    private static readonly ILookup<string, string> Row = typeof(RuntimeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToLookup(static metadata => metadata.Key, static metadata => metadata.Value ?? "");

    private static readonly string TestTarget = Row["TestTarget"].Single();

    [Fact]
    public void TheSdk_IsTheBuildOfTheRow() =>
        typeof(TracklyClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName
            .Should().Be(Row["SdkTarget"].Single() is "netstandard2.0" || TestTarget is "net472"
                ? ".NETStandard,Version=v2.0"
                : $".NETCoreApp,Version={TestTarget.Replace("net", "v")}");

    [Fact]
    public void TheRuntime_IsThatOfTheRow() =>
        RuntimeInformation.FrameworkDescription
            .Should().MatchRegex(TestTarget is "net472" ? "^(Mono|\\.NET Framework) " : $"^\\.NET {TestTarget.Replace("net", "")}\\.[0-9]+$");
}
