using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The arrows between the rooms of src/Trackly.Sdk: door to Pipeline to Models and Errors, and never back; Segments stand alone.</summary>
public sealed partial class ArchitectureTests
{
    private const string Door = "Trackly.Sdk";
    private const string Pipeline = "Trackly.Sdk.Pipeline";

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string Source = Repository.PathOf("src/Trackly.Sdk");
    private static readonly Assembly Sdk = typeof(TracklyClient).Assembly;

    [Theory]
    [InlineData("Models")]
    [InlineData("Errors")]
    [InlineData("Segments")]
    public void WhatIsSaid_NeverReachesIntoThePipeline(string room) =>
        FilesOf(room).Should().NotBeEmpty().And.NotContain(
            file => File.ReadAllText(file).Contains(Pipeline, StringComparison.Ordinal), "what is said does not know how it is carried");

    [Fact]
    public void Segments_KnowNobody()
    {
        var others = Files().Select(Path.GetFileNameWithoutExtension).Except(FilesOf("Segments").Select(Path.GetFileNameWithoutExtension));

        FilesOf("Segments").SelectMany(static file => Names().Matches(File.ReadAllText(file)).Select(static name => name.Value)).Distinct()
            .Should().Contain("SegmentFill").And.NotIntersectWith(others);
    }

    [Fact]
    public void NoRoomIsAJunkDrawer() =>
        Directory.EnumerateDirectories(Source, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Should().NotContain(["Utils", "Helpers", "Common", "Extensions", "Constants", "Interfaces"]);

    [Fact]
    public void PublicTypes_AreAllBehindOneUsing() => Sdk.GetExportedTypes().Select(type => type.Namespace).Distinct().Should().Equal(Door);

    [Fact]
    public void HiddenTypes_LiveInThePipeline()
    {
        // Models, Errors and Segments know nobody, so what only they need lives with them; the validator stands at the door beside its options.
        string[] besideTheirOwners =
        [
            "DeliveryStatusTypeConverter", "EventHash", "LoneSurrogates", "WebhookPayload", "WebhookTimestamp",
            "ErrorSentence", "Redaction", "ForcedCharacters", "GsmAlphabet", "SegmentFill", "TracklyClientOptionsValidator",
        ];

        Sdk.GetTypes().Where(type => !type.IsVisible && !type.IsNested && IsWritten(type) && type.Namespace != Pipeline)
            .Select(type => type.Name).Should().BeEquivalentTo(besideTheirOwners);
    }

    [Fact]
    public void Pipeline_IsTheNamespaceOfItsFolderAndOfNoOther()
    {
        foreach (var file in Files())
        {
            var declared = NamespaceDeclaration().Match(File.ReadAllText(file)).Groups[1].Value;
            (declared == Pipeline).Should().Be(Path.GetFileName(Path.GetDirectoryName(file)) == "Pipeline", "{0} declares {1}", file, declared);
        }
    }

    [Fact]
    public void PublicSignatures_ShowNothingOfPollyOrThePipeline()
    {
        var shown = Sdk.GetExportedTypes().SelectMany(SignatureOf).SelectMany(Parts).Select(type => type.Namespace).Distinct().ToList();

        shown.Should().Contain(Door).And.Contain("System.Threading.Tasks");
        shown.Should().NotContain(name => name == Pipeline || name!.StartsWith("Polly", StringComparison.Ordinal));
    }

    [Fact]
    public void PublicExceptions_AreAllOfTheFamily()
    {
        var exceptions = Sdk.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception))).ToList();

        exceptions.Should().HaveCountGreaterThan(10);
        exceptions.Should().OnlyContain(type => type == typeof(TracklyCanceledException) || type.IsAssignableTo(typeof(TracklyException)));
        exceptions.Should().OnlyContain(type => type.Name.StartsWith("Trackly", StringComparison.Ordinal));
    }

    [Fact]
    public void PublicTypes_AreSealedUnlessOthersDeriveFromThem()
    {
        var open = Sdk.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false });

        open.Should().BeEquivalentTo([typeof(TracklyException), typeof(TracklyApiException), typeof(TracklyConnectionException), typeof(TracklyWebhookEvent)]);
    }

    [Fact]
    public void Time_ComesFromTheTimeProviderAlone() =>
        Files().Where(file => Clocks().IsMatch(File.ReadAllText(file))).Should().BeEmpty("a test cannot move any other clock");

    /// <summary>Types that the compiler and its generators add do not count, nor do polyfills of the framework's own.</summary>
    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith(Door, StringComparison.Ordinal) == true
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !type.Name.Contains('<', StringComparison.Ordinal);

    private static IEnumerable<Type> SignatureOf(Type type) =>
    [
        .. type.BaseType is null ? [] : (Type[])[type.BaseType],
        .. type.GetInterfaces(),
        .. type.GetMembers(Declared).SelectMany(SignatureOf),
    ];

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodInfo { IsPublic: true } or MethodInfo { IsFamily: true } =>
            [((MethodInfo)member).ReturnType, .. ((MethodInfo)member).GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo { IsPublic: true } or ConstructorInfo { IsFamily: true } =>
            ((ConstructorInfo)member).GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo { IsPublic: true } field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Parts)];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));

    private static IEnumerable<string> FilesOf(string room) => Directory.EnumerateFiles(Path.Combine(Source, room), "*.cs");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\b|\bEnvironment\.TickCount|\bThread\.Sleep\b|\bTask\.Delay\b")]
    private static partial Regex Clocks();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Names();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();
}
