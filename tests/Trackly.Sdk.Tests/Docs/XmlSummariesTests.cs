using System.Reflection;
using System.Xml.Linq;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>The XML docs have one style: a property gets, or gets and sets, something.</summary>
public sealed class XmlSummariesTests
{
    [Theory]
    [InlineData("Trackly.Sdk")]
    [InlineData("Trackly.Sdk.Testing")]
    [InlineData("Trackly.Sdk.AspNetCore")]
    [InlineData("Trackly.Sdk.SendOnce")]
    [InlineData("Trackly.Sdk.Wolverine")]
    public void Property_SaysWhatItGetsOrSets(string name)
    {
        var assembly = Assembly.Load(name);
        var summaries = XElement.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(static member => member.Element("summary") is not null)
            .ToDictionary(static member => member.Attribute("name")!.Value, static member => member.Element("summary")!.Value.TrimStart());

        var properties = assembly.GetExportedTypes()
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static property => !IsParameter(property)).ToDictionary(static property => $"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}");

        summaries.Keys.Intersect(properties.Keys).Should().NotBeEmpty();
        summaries.Keys.Intersect(properties.Keys)
            .Where(id => !summaries[id].StartsWith(IsSettable(properties[id]) ? "Gets or sets " : "Gets ", StringComparison.Ordinal))
            .Select(id => $"{id}: {summaries[id]}").Should().BeEmpty();
    }

    /// <summary>A parameter of a record is documented as a parameter.</summary>
    private static bool IsParameter(PropertyInfo property) =>
        property.DeclaringType!.GetMethod("Deconstruct")?.GetParameters().Any(parameter => parameter.Name == property.Name) ?? false;

    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
