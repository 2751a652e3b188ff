namespace System.Runtime.CompilerServices;

/// <summary>Marks init accessors. .NET Standard lacks it.</summary>
internal static class IsExternalInit;
