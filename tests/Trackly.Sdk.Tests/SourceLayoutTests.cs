using System.Text.RegularExpressions;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>
/// The layers of src/Trackly.Sdk as ARCHITECTURE.md draws them: which folder may name the types of which, no circles, one type a file, short files. A message names the
/// file and the arrow that breaks a rule.
/// </summary>
public sealed partial class SourceLayoutTests
{
    private const int MaxLines = 150;

    private static readonly string Source = Repository.GetPath("src/Trackly.Sdk");

    /// <summary>The folders whose types a folder may name. "" is the entrance: the client, its interface, registration.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [""] = ["Messages", "Contacts", "Lists", "Phones", "Options", "Pipeline", "Pipeline/Settings", "Pipeline/Telemetry", "Pipeline/Validation", "Pipeline/Wire", "Streams"],
        ["Messages"] = ["Pipeline", "Pipeline/Attempts", "Pipeline/Json", "Pipeline/Responses", "Pipeline/Validation", "Errors", "Privacy"],
        ["Contacts"] = ["Pipeline", "Pipeline/Attempts", "Pipeline/Json", "Pipeline/Responses", "Pipeline/Validation", "Options", "Errors", "Privacy"],
        ["Lists"] = ["Pipeline", "Pipeline/Attempts", "Pipeline/Json", "Pipeline/Responses", "Pipeline/Validation", "Errors", "Privacy"],
        ["Phones"] = ["Pipeline", "Pipeline/Attempts", "Pipeline/Json", "Pipeline/Responses", "Pipeline/Validation", "Errors", "Privacy"],
        ["Streams"] = ["Messages", "Options", "Pipeline", "Pipeline/Telemetry", "Errors"],
        ["Webhooks"] = ["Errors", "Privacy"],
        ["Segments"] = [],
        ["Options"] = [],
        ["Errors"] = ["Privacy"],
        ["Privacy"] = [],
        ["Polyfills"] = [],
        ["Pipeline"] =
        [
            "Pipeline/Attempts", "Pipeline/Responses", "Pipeline/Settings", "Pipeline/Telemetry", "Pipeline/Validation", "Pipeline/Wire", "Errors", "Options",
        ],
        ["Pipeline/Attempts"] = ["Pipeline/Responses", "Errors", "Options"],
        ["Pipeline/Json"] = [],
        ["Pipeline/Responses"] = [],
        ["Pipeline/Settings"] = ["Pipeline/Attempts", "Pipeline/Telemetry", "Errors", "Options"],
        ["Pipeline/Telemetry"] = ["Errors"],
        ["Pipeline/Validation"] = ["Pipeline/Json", "Errors"],
        ["Pipeline/Wire"] = ["Pipeline/Attempts", "Pipeline/Responses", "Pipeline/Telemetry", "Privacy"],
    };

    /// <summary>Families whose base creates the type that fits: the circles of TracklyApiException.Create and TracklyWebhookEvent.Parse.</summary>
    private static readonly string[] Families =
    [
        .. SourceFile.ReadAll(Source).Where(static file => file.Text.Contains(": TracklyApiException") || file.Text.Contains(": TracklyWebhookEvent")).Select(static file => file.Name),
        "TracklyApiException", "TracklyWebhookEvent",
    ];

    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.ReadAll(Source);

    [Fact]
    public void EveryFolder_HasItsRule() => Files.Select(static file => file.Folder).Distinct().Should().BeSubsetOf(Allowed.Keys, "a new folder states what it may name");

    [Fact]
    public void EveryArrow_IsAllowed() =>
        Files.SelectMany(file => file.FindNamed(Files).Where(named => named.Folder != file.Folder && !Allowed[file.Folder].Contains(named.Folder))
            .Select(named => $"{file.Path} names {named.Name} of {named.Folder}"))
            .Should().BeEmpty();

    [Fact]
    public void EveryAllowedArrow_IsUsed() =>
        Allowed.SelectMany(static rule => rule.Value.Select(to => (From: rule.Key, To: to)))
            .Except(Files.SelectMany(static file => file.FindNamed(Files).Select(named => (From: file.Folder, To: named.Folder))))
            .Should().BeEmpty("a rule that nothing needs hides the next mistake");

    [Fact]
    public void NoFiles_NameEachOtherInACircle()
    {
        var arrows = Files.ToDictionary(static file => file, static file => file.FindNamed(Files).ToList());

        Files.Where(file => !Families.Contains(file.Name)).Select(file => FindCircle(file, arrows)).Where(static circle => circle is not null).Should().BeEmpty();
    }

    [Fact]
    public void EveryFile_HasOneTypeOfItsName() =>
        Files.Where(static file => file.Folder != "Polyfills" && (file.Types.Count != 1 || file.Types[0] != file.Name))
            .Select(static file => $"{file.Path} declares {string.Join(", ", file.Types)}").Should().BeEmpty();

    [Fact]
    public void NoFile_IsLong() =>
        Files.Where(static file => file.Lines > MaxLines).Select(static file => $"{file.Path} has {file.Lines} lines").Should().BeEmpty("past {0} lines it is two ideas", MaxLines);

    [Fact]
    public void InternalNamespaces_AreTheirFolders() =>
        Files.Where(static file => file.Folder.StartsWith("Pipeline", StringComparison.Ordinal) && !file.Text.Contains("public sealed class"))
            .Where(static file => file.Namespace != $"Trackly.Sdk.{file.Folder.Replace('/', '.')}").Select(static file => $"{file.Path} declares {file.Namespace}").Should().BeEmpty();

    /// <summary>Returns the way from a file back to it, as a sentence. Null when there is none.</summary>
    private static string? FindCircle(SourceFile start, Dictionary<SourceFile, List<SourceFile>> arrows)
    {
        var previous = new Dictionary<SourceFile, SourceFile>();
        var open = new Queue<SourceFile>([start]);
        while (open.TryDequeue(out var file))
        {
            foreach (var named in arrows[file])
            {
                if (named == start)
                    return DescribePath(file, previous) + $" -> {start.Name}";
                if (previous.TryAdd(named, file))
                    open.Enqueue(named);
            }
        }

        return null;
    }

    private static string DescribePath(SourceFile end, Dictionary<SourceFile, SourceFile> previous)
    {
        List<string> names = [end.Name];
        while (previous.TryGetValue(end, out var before))
            names.Insert(0, (end = before).Name);
        return string.Join(" -> ", names);
    }

    private sealed partial record SourceFile(string Path, string Text)
    {
        public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

        public string Folder { get; } = System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

        public int Lines { get; } = Text.Count(static character => character == '\n');

        public IReadOnlyList<string> Types { get; } = [.. Declaration().Matches(WithoutComments(Text)).Select(static match => match.Groups[1].Value)];

        public string Namespace { get; } = NamespaceDeclaration().Match(Text).Groups[1].Value;

        private HashSet<string> Words { get; } = [.. Word().Matches(WithoutComments(Text)).Select(static match => match.Value)];

        public static IReadOnlyList<SourceFile> ReadAll(string root) =>
            [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(System.IO.Path.GetRelativePath(root, path), File.ReadAllText(path)))
                .Where(static file => file.Path.Split(System.IO.Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))];

        public IEnumerable<SourceFile> FindNamed(IEnumerable<SourceFile> files) => files.Where(other => other != this && other.Types.Any(Words.Contains));

        public bool Equals(SourceFile? other) => Path == other?.Path;

        public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => Path;

        private static string WithoutComments(string text) => Comment().Replace(text, "");

        [GeneratedRegex(@"//[^\n]*|""(\\.|[^""\\\n])*""")]
        private static partial Regex Comment();

        [GeneratedRegex(@"^(?:public|internal)[\w ]* (?:class|record struct|record|struct|interface|enum) ([A-Z]\w+)", RegexOptions.Multiline)]
        private static partial Regex Declaration();

        [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
        private static partial Regex NamespaceDeclaration();

        [GeneratedRegex(@"\b[A-Z]\w+")]
        private static partial Regex Word();
    }
}
