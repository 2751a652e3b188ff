using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.Wolverine.Tests;

public sealed class SqliteDurableSendingTests() : DurableSending(new SqliteDatabase());
