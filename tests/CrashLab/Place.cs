using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Trackly.Sdk.CrashLab;

/// <summary>A database of one run: a temporary file, or a schema of the server that the environment names. Removed at the end.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crash-lab-{Guid.NewGuid():N}");

    private Place(Database wanted)
    {
        Database = wanted.IsSqlite
            ? wanted with { Connection = $"Data Source={Path.Combine(_folder, "lab.db")}" }
            : wanted with { Connection = FindServer(wanted.Connection) + ";Maximum Pool Size=12", Schema = $"lab_{Guid.NewGuid():N}" };
        Source = Database.Open();
    }

    public Database Database { get; }

    public DbDataSource Source { get; }

    public static async Task<Place> CreateAsync(Database wanted)
    {
        var place = new Place(wanted);
        Directory.CreateDirectory(place._folder);
        if (!wanted.IsSqlite)
            await Database.ExecuteAsync(place.Source, $"CREATE SCHEMA {place.Database.Schema}");
        return place;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Database.IsSqlite)
            await Database.ExecuteAsync(Source, $"DROP SCHEMA {Database.Schema} CASCADE");
        await Source.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindServer(string connection) => connection.Length > 0 ? connection
        : Environment.GetEnvironmentVariable("TRACKLY_TEST_POSTGRES")
            ?? throw new ArgumentException("There is no server. Set --connection or TRACKLY_TEST_POSTGRES, or start this program by .ci/postgres.");
}
