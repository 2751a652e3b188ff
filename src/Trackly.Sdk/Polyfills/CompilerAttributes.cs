#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices
{
    /// <summary>Lets the compiler emit <see langword="init"/> accessors.</summary>
    internal static class IsExternalInit;

    /// <summary>Lets the compiler emit <see langword="required"/> members.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Names an argument by the expression that was passed.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }

    /// <summary>Keeps compilers that do not know <see langword="required"/> from ignoring it.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Runtime.Versioning
{
    /// <summary>Says where a type cannot be used.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class UnsupportedOSPlatformAttribute(string platformName) : Attribute
    {
        public string PlatformName { get; } = platformName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Says that a constructor sets every required member.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;

    /// <summary>Says that a parameter is not null when the method returns the given value.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }
}
#endif
