#if NETSTANDARD2_0
using System.Runtime.CompilerServices;

namespace Trackly.Sdk;

/// <summary>The guard clauses that .NET 6 and later carry.</summary>
internal static class ArgumentGuards
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
        {
            if (argument is null)
                throw new ArgumentNullException(paramName);
        }
    }
}
#endif
