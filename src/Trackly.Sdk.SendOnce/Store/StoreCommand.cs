using System.Data;
using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>The parameters of a statement.</summary>
internal static class StoreCommand
{
    public static DbCommand Create(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    public static DbCommand With(this DbCommand command, string name, string? value) => command.With(name, DbType.String, value);

    public static DbCommand With(this DbCommand command, string name, long value) => command.With(name, DbType.Int64, value);

    private static DbCommand With(this DbCommand command, string name, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Value) = ($"@{name}", type, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return command;
    }
}
