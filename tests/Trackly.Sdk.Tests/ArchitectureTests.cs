using System.Reflection;

namespace Trackly.Sdk.Tests;

/// <summary>The public surface of the assembly. How its files depend on each other is in <see cref="SourceLayoutTests"/>.</summary>
public sealed class ArchitectureTests
{
    private const string Door = "Trackly.Sdk";
    private const string Pipeline = "Trackly.Sdk.Pipeline";

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Sdk = typeof(TracklyClient).Assembly;

    [Fact]
    public void PublicTypes_AreAllBehindOneUsing() =>
        Sdk.GetExportedTypes().Where(static type => type.Name != nameof(Microsoft.Extensions.DependencyInjection.TracklyServiceCollectionExtensions))
            .Select(static type => type.Namespace).Distinct().Should().Equal(Door);

    [Fact]
    public void PublicSignatures_ShowNothingOfPollyOrThePipeline()
    {
        var shown = Sdk.GetExportedTypes().SelectMany(GetSignatureTypes).SelectMany(Parts).Select(type => type.Namespace).Distinct().ToList();

        shown.Should().Contain(Door).And.Contain("System.Threading.Tasks");
        shown.Should().NotContain(name => name!.StartsWith(Pipeline, StringComparison.Ordinal) || name!.StartsWith("Polly", StringComparison.Ordinal));
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

        open.Should().BeEquivalentTo([typeof(TracklyException), typeof(TracklyApiException), typeof(TracklyConnectionException), typeof(TracklyWebhookEvent), typeof(OpenValueJsonConverter<>)]);
    }

    private static IEnumerable<Type> GetSignatureTypes(Type type) =>
    [
        .. type.BaseType is null ? [] : (Type[])[type.BaseType],
        .. type.GetInterfaces(),
        .. type.GetMembers(Declared).SelectMany(GetSignatureTypes),
    ];

    private static IEnumerable<Type> GetSignatureTypes(MemberInfo member) => member switch
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
}
