using System.Text.RegularExpressions;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>The statements of one database, with the name of the table that the options ask for. Each is a file of the folder Sql.</summary>
internal sealed partial class StoreSql
{
    private readonly string _folder;
    private readonly string _table;
    private readonly string _indexes;

    public StoreSql(SendOnceDialect dialect, SendOnceOptions options)
    {
        _folder = $"Sql/{dialect}/";
        _table = (options.Schema is { } schema ? $"\"{schema}\"." : "") + $"\"{options.TablePrefix}send_once\"";
        _indexes = $"ix_{options.TablePrefix}send_once_";
        (Claim, TakeOver, Settle) = (Load("claim"), Load("take_over"), Load("settle"));
        (Find, Expire, Resolve) = (Load("find"), Load("expire"), Load("resolve"));
        (FindByMessage, FindUnknown, ExpireAll) = (Load("find_by_message"), Load("find_unknown"), Load("expire_all"));
        (DeleteSettled, Now) = (Load("delete_settled"), Load("now"));
        Schema = options.Schema is { } schemaName ? CreateSchema(Load("schema"), schemaName) : Load("schema");
        Connection = dialect == SendOnceDialect.Sqlite ? Load("connection") : null;
        Exists = dialect == SendOnceDialect.PostgreSql ? Load("exists") : null;
    }

    public string Claim { get; }

    public string TakeOver { get; }

    public string Settle { get; }

    public string Find { get; }

    public string Expire { get; }

    public string Resolve { get; }

    public string FindByMessage { get; }

    public string FindUnknown { get; }

    public string ExpireAll { get; }

    public string DeleteSettled { get; }

    public string Now { get; }

    public string Schema { get; }

    /// <summary>What a new connection needs. Null when it needs nothing.</summary>
    public string? Connection { get; }

    /// <summary>Whether the table is there. Null when <see cref="Schema"/> may always be run.</summary>
    public string? Exists { get; }

    /// <summary>
    /// Behind the first statement, which is the lock. CREATE SCHEMA IF NOT EXISTS asks for the right to create one even where it exists.
    /// </summary>
    private static string CreateSchema(string text, string name) => text.Insert(
        text.IndexOf(';', StringComparison.Ordinal) + 1,
        $"\nDO $$ BEGIN IF to_regnamespace('\"{name}\"') IS NULL THEN CREATE SCHEMA \"{name}\"; END IF; END $$;");

    private string Load(string name)
    {
        using var stream = typeof(StoreSql).Assembly.GetManifestResourceStream($"{_folder}{name}.sql")!;
        using var reader = new StreamReader(stream);
        var text = CommentPattern().Replace(reader.ReadToEnd(), "").Trim();
        // Replaces the table last, because the prefix in the options may contain the name of an index.
        return TablePattern().Replace(text.Replace("ix_trackly_send_once_", _indexes, StringComparison.Ordinal), _table);
    }

    [GeneratedRegex(@"\s*--[^\n]*")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"\btrackly_send_once\b")]
    private static partial Regex TablePattern();
}
