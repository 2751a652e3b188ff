using System.Text.RegularExpressions;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The one rule of <c>dotnet format</c> that neither the build nor the check of white space covers: the order of using directives.</summary>
public sealed partial class UsingOrderTests
{
    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks"];

    [Fact]
    public void EveryFile_HasItsUsingDirectivesInOrder() =>
        Folders.SelectMany(static folder => Directory.EnumerateFiles(Repository.GetPath(folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !BuildOutput().IsMatch(file))
            .Select(static file => (File: Path.GetRelativePath(Repository.Root, file), Directive: FindMisplaced(File.ReadAllLines(file))))
            .Where(static found => found.Directive is not null)
            .Should().BeEmpty("dotnet format sorts them");

    [Theory]
    [InlineData("using Polly;", "using System;", "using System;")]
    [InlineData("using System.Text;", "using System;", "using System;")]
    [InlineData("using Systematic;", "using System.Text;", "using System.Text;")]
    [InlineData("using static System.Math;", "using Polly;", "using Polly;")]
    [InlineData("using Wire = Polly;", "using static System.Math;", "using static System.Math;")]
    [InlineData("using System.Text;", "using Polly;", null)]
    [InlineData("using System.Text;", "using System.Text.Json;", null)]
    [InlineData("using Polly;", "using Wire = System.Net;", null)]
    public void ADirectiveOutOfOrder_IsFound(string first, string second, string? found) => FindMisplaced([first, second]).Should().Be(found);

    [Fact]
    public void DirectivesUnderACondition_AreInAnOrderOfTheirOwn() => FindMisplaced(["#if !NET", "using System.Net;", "#endif", "using System;"]).Should().BeNull();

    /// <summary>Returns the first directive that belongs before the one above it. Null when there is none.</summary>
    private static string? FindMisplaced(string[] lines) =>
        lines.Zip(lines.Skip(1)).Where(static pair => Directive().IsMatch(pair.First) && Directive().IsMatch(pair.Second))
            .FirstOrDefault(static pair => Compare(pair.First, pair.Second) > 0).Second;

    private static int Compare(string one, string other) =>
        GetKind(one) != GetKind(other) ? GetKind(one) - GetKind(other) : string.CompareOrdinal(string.Join(' ', GetName(one)), string.Join(' ', GetName(other)));

    /// <summary>Namespaces come first, those of System before the others, then static types, then aliases.</summary>
    private static int GetKind(string directive) => Directive().Match(directive) switch
    {
        { Groups: var groups } when groups["alias"].Success => 3,
        { Groups: var groups } when groups["static"].Success => 2,
        _ => GetName(directive)[0] == "SYSTEM" ? 0 : 1,
    };

    private static string[] GetName(string directive) => Directive().Match(directive).Groups["name"].Value.ToUpperInvariant().Split('.');

    [GeneratedRegex(@"^(global )?using (?<static>static )?((?<name>\w+)(?<alias> = .*)|(?<name>[\w.]+));$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
