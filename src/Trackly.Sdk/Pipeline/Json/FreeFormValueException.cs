namespace Trackly.Sdk.Pipeline.Json;

/// <summary>A caller's value that has no JSON form. The message follows the name of the value; neither it nor the path repeats a value.</summary>
internal sealed class FreeFormValueException(string message, bool isTooDeep = false) : Exception(message)
{
    /// <summary>Gets whether the value is nested too deeply, for which a cycle may be the reason.</summary>
    public bool IsTooDeep => isTooDeep;

    /// <summary>Gets where the value is, relative to the object that holds it, for example <c>.lines[2]</c>.</summary>
    public string Path { get; private set; } = "";

    public void PrependMember(string name) => Path = $".{Redaction.RedactName(name)}{Path}";

    public void PrependIndex(int index) => Path = FormattableString.Invariant($"[{index}]{Path}");
}
