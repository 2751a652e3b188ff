using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public sealed class SqliteContractTests() : StoreContract(new SqliteDatabase());
