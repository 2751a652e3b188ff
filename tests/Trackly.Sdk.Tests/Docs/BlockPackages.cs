using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>Finds the packages that a block needs and its page does not name, outside the C#: a reader could not know what to add to the project.</summary>
internal static class BlockPackages
{
    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly IReadOnlyDictionary<string, Package> All = Load();

    /// <summary>Packages whose applications get the whole framework of ASP.NET Core.</summary>
    private static readonly string[] BringAspNetCore = ["Trackly.Sdk.AspNetCore", "Trackly.Sdk.Testing"];

    /// <summary>What a console project gets with Trackly.Sdk. Here these assemblies come with the framework, whose packages no file lists.</summary>
    private static readonly string[] ComeWithTheSdk =
    [
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics",
        "Microsoft.Extensions.Diagnostics.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging",
        "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Microsoft.Extensions.Primitives",
    ];

    public static IEnumerable<string> FindUnnamed(CodeBlock block, Stream image)
    {
        image.Position = 0;
        using var portable = new PEReader(image, PEStreamOptions.LeaveOpen);
        var reader = portable.GetMetadataReader();
        var named = All.Keys.Where(package => package == "Trackly.Sdk" || IsNamed(package, block.Prose)).SelectMany(GetClosure).ToHashSet();
        foreach (var reference in reader.AssemblyReferences)
        {
            var assembly = reader.GetString(reader.GetAssemblyReference(reference).Name);
            if (!IsThere(assembly, block, named))
                yield return $"{block.Page}({block.Line}): the block uses the assembly {assembly}, and the page names no package that brings it.";
        }
    }

    private static bool IsThere(string assembly, CodeBlock block, HashSet<string> named) =>
        File.Exists(Path.Combine(Runtime, $"{assembly}.dll"))
        || named.Any(package => All[package].Assemblies.Contains(assembly))
        || (!All.Values.Any(package => package.Assemblies.Contains(assembly)) && IsOfTheFramework(assembly, block, named));

    private static bool IsOfTheFramework(string assembly, CodeBlock block, HashSet<string> named) =>
        BlockSource.IsForWeb(block)
        || named.Overlaps(BringAspNetCore)
        || ComeWithTheSdk.Contains(assembly)
        // WolverineFx brings it, with JasperFx.
        || (named.Contains("JasperFx") && assembly.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal))
        || IsNamed(assembly.Replace(".Abstractions", "", StringComparison.Ordinal), block.Prose);

    private static bool IsNamed(string package, string prose) => Regex.IsMatch(prose, $@"(?<![\w.]){Regex.Escape(package)}(?!\w|\.\w)");

    private static IEnumerable<string> GetClosure(string package) =>
        All.TryGetValue(package, out var found) ? found.Dependencies.SelectMany(GetClosure).Prepend(package) : [];

    private static Dictionary<string, Package> Load()
    {
        var file = Path.ChangeExtension(typeof(BlockPackages).Assembly.Location, ".deps.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject().ToDictionary(
            package => package.Name.Split('/')[0],
            package => new Package(Names(package.Value, "dependencies"), [.. Names(package.Value, "runtime").Select(Path.GetFileNameWithoutExtension)!]));
    }

    private static string[] Names(JsonElement package, string member) =>
        package.TryGetProperty(member, out var names) ? [.. names.EnumerateObject().Select(name => name.Name)] : [];

    private sealed record Package(string[] Dependencies, string[] Assemblies);
}
