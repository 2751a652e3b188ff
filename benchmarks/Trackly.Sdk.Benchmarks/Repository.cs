namespace Trackly.Sdk.Benchmarks;

/// <summary>Finds files of the checkout from which the benchmarks were built.</summary>
internal static class Repository
{
    public static string GetPath(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Trackly.Sdk.sln")))
                return Path.Combine(folder.FullName, relative);
        }

        throw new InvalidOperationException($"No Trackly.Sdk.sln above {AppContext.BaseDirectory}; the benchmarks run from a checkout.");
    }
}
