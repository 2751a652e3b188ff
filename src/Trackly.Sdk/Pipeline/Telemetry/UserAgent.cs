using System.Runtime.InteropServices;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>Names the SDK and the runtime, for example <c>Trackly.Sdk/0.1.0 (.NET 10.0.0)</c>.</summary>
internal static class UserAgent
{
    public static string Value { get; } = $"Trackly.Sdk/{SdkVersion.Value} ({RuntimeInformation.FrameworkDescription.Replace('(', '[').Replace(')', ']')})";
}
