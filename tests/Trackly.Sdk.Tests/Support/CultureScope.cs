using System.Globalization;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Runs a part of a test in the culture of somebody else, and goes back.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
