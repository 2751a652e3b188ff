using System.Data.Common;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Durable;

/// <summary>Saves orders. An order and its SMS are one transaction: both are there, or neither.</summary>
internal sealed class Orders(DbDataSource database, IWolverineRuntime wolverine)
{
    /// <summary>The key of the one SMS that confirms an order.</summary>
    public static string GetKey(string orderId) => $"order-{orderId}-confirmed";

    public async Task SaveAsync(Order order, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO orders (id, phone) VALUES (@id, @phone) ON CONFLICT (id) DO NOTHING";
        Add(command, "id", order.Id);
        Add(command, "phone", order.Phone);
        await command.ExecuteNonQueryAsync(cancellationToken);

        // A customer who presses twice orders once, and may publish twice: the key makes it one SMS.
        var outbox = new MessageContext(wolverine);
        outbox.EnlistInOutbox(new DatabaseEnvelopeTransaction((IMessageDatabase)wolverine.Storage, transaction));
        await outbox.PublishAsync(new SendSms(GetKey(order.Id), CreateRequest(order)));
        await transaction.CommitAsync(cancellationToken);
        await outbox.FlushOutgoingMessagesAsync();
    }

    public static async Task CreateTableAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS orders (id text PRIMARY KEY, phone text NOT NULL)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SendRequest CreateRequest(Order order) => new()
    {
        To = order.Phone,
        ListNumber = Settings.ListNumber ?? new TracklyEmulatorOptions().ListNumber,
        Body = $"We have your order {order.Id}.",
        Metadata = new() { ["order"] = order.Id },
    };

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
