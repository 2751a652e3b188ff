#if NETSTANDARD2_0
namespace Trackly.Sdk;

/// <summary>A search that .NET Core carries.</summary>
internal static class StringSearch
{
    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;
}
#endif
