using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>Loads source generators from their files.</summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    public static AnalyzerLoader Instance { get; } = new();

    public void AddDependencyLocation(string fullPath)
    {
        // None of the generators used here needs another file.
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
