using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Tests.Support;

public sealed class BrokenConnectionException() : DbException("The connection broke.");
