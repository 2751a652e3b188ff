#if NET
using System.Runtime.CompilerServices;

// A library that was compiled against the build for .NET Standard names this assembly for the init accessors it calls.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
