namespace Trackly.Sdk.Mutation;

/// <summary>The checkout that this program is built in.</summary>
internal static class Repository
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Trackly.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Trackly.Sdk.sln above {AppContext.BaseDirectory}; mutation testing needs a checkout.");
    }
}
