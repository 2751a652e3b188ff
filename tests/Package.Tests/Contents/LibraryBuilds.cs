namespace Package.Tests.Contents;

/// <summary>The libraries of the packages that have a strong name, and the targets they are built for.</summary>
public static class LibraryBuilds
{
    public static TheoryData<string, string> All => new()
    {
        { "Trackly.Sdk", "net10.0" },
        { "Trackly.Sdk", "net8.0" },
        { "Trackly.Sdk", "netstandard2.0" },
        { "Trackly.Sdk.Testing", "net10.0" },
        { "Trackly.Sdk.Testing", "net8.0" },
        { "Trackly.Sdk.Testing", "netstandard2.0" },
        { "Trackly.Sdk.AspNetCore", "net10.0" },
        { "Trackly.Sdk.AspNetCore", "net8.0" },
        { "Trackly.Sdk.SendOnce", "net10.0" },
        { "Trackly.Sdk.SendOnce", "net8.0" },
        { "Trackly.Aspire.Hosting", "net10.0" },
        { "Trackly.Aspire.Hosting", "net8.0" },
    };
}
