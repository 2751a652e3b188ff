namespace System.Runtime.CompilerServices;

/// <summary>Marks init accessors, which .NET Standard does not know.</summary>
internal static class IsExternalInit;
