namespace Trackly.Sdk.Tests.Support;

/// <summary>The checkout from which the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string GetPath(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Trackly.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Trackly.Sdk.sln above {AppContext.BaseDirectory}; the tests run from a checkout.");
    }
}
