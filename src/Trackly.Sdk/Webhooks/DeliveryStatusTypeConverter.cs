using System.ComponentModel;
using System.Globalization;

namespace Trackly.Sdk;

/// <summary>Converts a <see cref="DeliveryStatus"/> to and from a string, as configuration binding and Newtonsoft.Json ask for it.</summary>
internal sealed class DeliveryStatusTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? new DeliveryStatus(text) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is DeliveryStatus status && destinationType == typeof(string)
            ? status.Value
            : base.ConvertTo(context, culture, value, destinationType);
}
