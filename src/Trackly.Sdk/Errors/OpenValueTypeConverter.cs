using System.ComponentModel;
using System.Globalization;

namespace Trackly.Sdk;

/// <summary>Converts a value of an open set from and to a string.</summary>
internal abstract class OpenValueTypeConverter(Func<string, object> create, Func<object, string> getValue) : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string s ? create(s) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is not null && destinationType == typeof(string) ? getValue(value) : base.ConvertTo(context, culture, value, destinationType);
}
