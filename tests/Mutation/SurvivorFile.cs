using System.Text.Json;
using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation;

/// <summary>The survivors of the last run, in the form of equivalents.json.</summary>
internal sealed class SurvivorFile(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public Func<Mutant, bool> Read()
    {
        var survivors = JsonSerializer.Deserialize<List<EquivalentMutant>>(File.ReadAllText(path), Options)!;
        return mutant => survivors.Exists(survivor => survivor.Matches(mutant));
    }

    public void Write(IEnumerable<MutantResult> results) => File.WriteAllText(path, JsonSerializer.Serialize(
        results.Where(static result => result.Survived)
            .Select(static result => new EquivalentMutant(result.Mutant.File, result.Mutant.Member, result.Mutant.Change, "")),
        Options));
}
