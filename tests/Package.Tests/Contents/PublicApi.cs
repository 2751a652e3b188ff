using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Package.Tests.Contents;

/// <summary>What other assemblies can use of an assembly, by the names of its documentation without parameters.</summary>
internal sealed class PublicApi : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public PublicApi(byte[] assembly)
    {
        _file = new PEReader(new MemoryStream(assembly));
        _reader = _file.GetMetadataReader();
        var types = _reader.TypeDefinitions.Select(_reader.GetTypeDefinition).Where(IsVisible).ToList();
        Types = [.. types.Select(type => $"T:{GetName(type)}")];
        Members = [.. Types, .. types.SelectMany(GetMembers)];
        InterfaceMethods = [.. types.Where(static type => type.Attributes.HasFlag(TypeAttributes.Interface)).SelectMany(GetMethods)];
    }

    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<string> Members { get; }

    /// <summary>Each method once for each overload.</summary>
    public IReadOnlyList<string> InterfaceMethods { get; }

    public void Dispose() => _file.Dispose();

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private bool IsVisible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(_reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private IEnumerable<string> GetMembers(TypeDefinition type) =>
    [
        .. GetMethods(type),
        .. type.GetFields().Select(_reader.GetFieldDefinition).Where(static field => IsVisible(field.Attributes))
            .Select(field => $"F:{GetName(type)}.{_reader.GetString(field.Name)}"),
        .. type.GetProperties().Select(_reader.GetPropertyDefinition)
            .Where(property => IsVisible(property.GetAccessors().Getter) || IsVisible(property.GetAccessors().Setter))
            .Select(property => $"P:{GetName(type)}.{_reader.GetString(property.Name)}"),
    ];

    private IEnumerable<string> GetMethods(TypeDefinition type) => type.GetMethods().Select(_reader.GetMethodDefinition)
        .Where(static method => IsVisible(method.Attributes))
        .Select(method => _reader.GetString(method.Name))
        .Where(static name => !name.StartsWith("get_", StringComparison.Ordinal) && !name.StartsWith("set_", StringComparison.Ordinal))
        .Select(name => $"M:{GetName(type)}.{name.Replace(".ctor", "#ctor", StringComparison.Ordinal)}");

    private bool IsVisible(MethodDefinitionHandle method) => !method.IsNil && IsVisible(_reader.GetMethodDefinition(method).Attributes);

    private string GetName(TypeDefinition type)
    {
        var name = _reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return $"{GetName(_reader.GetTypeDefinition(type.GetDeclaringType()))}.{name}";
        return type.Namespace.IsNil ? name : $"{_reader.GetString(type.Namespace)}.{name}";
    }
}
