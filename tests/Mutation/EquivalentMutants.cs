using System.Text.Json;
using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation;

/// <summary>The mutants that no test can detect, each with the reason: equivalents.json.</summary>
internal sealed class EquivalentMutants
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Disallow };

    private readonly IReadOnlyList<EquivalentMutant> _entries;

    private EquivalentMutants(IReadOnlyList<EquivalentMutant> entries) => _entries = entries;

    public static EquivalentMutants Read(string path)
    {
        var entries = JsonSerializer.Deserialize<List<EquivalentMutant>>(File.ReadAllText(path), Options) ?? [];
        return entries.FirstOrDefault(static entry => string.IsNullOrWhiteSpace(entry.Reason)) is { } entry
            ? throw new InvalidOperationException($"The reason is missing for the mutant of {entry.Member} in {entry.File}.")
            : new(entries);
    }

    public bool Contain(Mutant mutant) => _entries.Any(entry => entry.Matches(mutant));

    /// <summary>Finds the entries of the selected files that no longer describe a surviving mutant.</summary>
    public IEnumerable<EquivalentMutant> FindStale(IReadOnlyList<MutantResult> results) => _entries.Where(entry =>
        results.Any(result => result.Mutant.File == entry.File) && !results.Any(result => result.Status == MutantStatus.Explained && entry.Matches(result.Mutant)));
}
