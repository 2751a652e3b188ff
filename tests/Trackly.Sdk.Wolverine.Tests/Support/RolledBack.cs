using System.Transactions;

namespace Trackly.Sdk.Wolverine.Tests.Support;

/// <summary>Middleware that puts a transaction around a handler and rolls it back, as a failure of the host's own work does.</summary>
public static class RolledBack
{
    public static TransactionScope Before() => new(TransactionScopeAsyncFlowOption.Enabled);

    public static void Finally(TransactionScope scope) => scope.Dispose();
}
