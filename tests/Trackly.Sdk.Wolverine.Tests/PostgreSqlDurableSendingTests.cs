using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.Wolverine.Tests;

public sealed class PostgreSqlDurableSendingTests() : DurableSending(new PostgreSqlDatabase());
