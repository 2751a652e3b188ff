using System.Reflection;

namespace Package.Tests;

/// <summary>The packages under test.</summary>
internal static class Packed
{
    public static string Version { get; } = Said("PackedVersion");

    public static string Folder { get; } = Said("PackedInto");

    /// <summary>Where the packages say that the repository is.</summary>
    public static string Address { get; } = Said("PackedAddress");

    private static string Said(string key) =>
        typeof(Packed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
