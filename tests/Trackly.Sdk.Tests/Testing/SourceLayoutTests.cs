using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The sources of the emulator, the fake and the tool: short files, one type in each, and folders that depend on each other in one direction.</summary>
public sealed class SourceLayoutTests
{
    private const int MaxLines = 150;

    public static TheoryData<string> Projects => ["src/Trackly.Sdk.Testing", "src/Trackly.Emulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void EachFile_HasAtMost150Lines(string project) =>
        SourceProject.Load(project).Files.Should().NotBeEmpty().And.OnlyContain(file => file.GetText(default).Lines.Count <= MaxLines + 1);

    [Theory]
    [MemberData(nameof(Projects))]
    public void EachFile_DeclaresTheTypeThatItIsNamedAfter_AndNoOther(string project) =>
        FindMisnamedFiles(SourceProject.Load(project)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_DependOnEachOtherInOneDirection(string project) => FindCircles(SourceProject.Load(project)).Should().BeEmpty();

    [Fact]
    public void AFileThatBreaksARule_IsFound()
    {
        var project = SourceProject.Parse(
            ("Door/Door.cs", "namespace P; class Door { Room? room; }"),
            ("Rooms/Room.cs", "namespace P; class Room { void Open() => Cellar.Open(); } class Wall;"),
            ("Cellars/Cellar.cs", "namespace P; class Cellar { public static void Open() { } static void Up(object it) => _ = it is Room; }"),
            ("Cellars/Basement.cs", "namespace P; class Vault;"));

        FindCircles(project).Should().Equal("Cellars -> Rooms (Cellar.cs uses Room)", "Rooms -> Cellars (Room.cs uses Cellar)");
        FindMisnamedFiles(project).Should().Equal("Rooms/Room.cs declares Room, Wall", "Cellars/Basement.cs declares Vault");
    }

    // Top-level statements declare no type.
    private static IEnumerable<string> FindMisnamedFiles(SourceProject project) =>
        from file in project.Files
        let types = file.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax).Select(type => type.Identifier.Text).ToList()
        where types is not [var type] ? file.FilePath != "Program.cs" : type != Path.GetFileNameWithoutExtension(file.FilePath)
        select $"{file.FilePath} declares {string.Join(", ", types)}";

    private static IReadOnlyList<string> FindCircles(SourceProject project)
    {
        var uses = (
            from file in project.Files
            from symbol in project.FindSymbols(file)
            let type = symbol as INamedTypeSymbol ?? symbol.ContainingType
            from declaration in type?.OriginalDefinition.DeclaringSyntaxReferences ?? []
            let other = declaration.SyntaxTree
            let arrow = (From: FolderOf(file), To: FolderOf(other))
            where arrow.From != arrow.To && symbol is not INamespaceSymbol
            group $"{arrow.From} -> {arrow.To} ({Path.GetFileName(file.FilePath)} uses {type.Name})" by arrow).ToList();
        var next = uses.ToLookup(use => use.Key.From, use => use.Key.To);
        return [.. uses.Where(use => Reaches(use.Key.To, use.Key.From)).Select(use => use.Order(StringComparer.Ordinal).First()).Order(StringComparer.Ordinal)];

        bool Reaches(string from, string to)
        {
            HashSet<string> seen = [from];
            var open = new Queue<string>(seen);
            while (open.TryDequeue(out var folder))
            {
                foreach (var following in next[folder].Where(seen.Add))
                    open.Enqueue(following);
            }

            return seen.Contains(to);
        }
    }

    private static string FolderOf(SyntaxTree file) => Path.GetDirectoryName(file.FilePath) is { Length: > 0 } folder ? folder : ".";
}
