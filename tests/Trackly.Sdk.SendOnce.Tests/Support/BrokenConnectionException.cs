using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Tests.Support;

internal sealed class BrokenConnectionException() : DbException("The connection broke.");
