namespace Trackly.Sdk.Pipeline.Json;

/// <summary>A caller's value that has no JSON form. The message follows the name of the value; neither it nor the path repeats a value.</summary>
internal sealed class FreeFormValueException(string message, bool isTooLarge = false) : Exception(message)
{
    /// <summary>Gets whether the value has a JSON form, but one that is larger than a request may be.</summary>
    public bool IsTooLarge => isTooLarge;

    /// <summary>Gets where the value is, relative to the object that holds it, for example <c>.lines[2]</c>.</summary>
    public string Path { get; private set; } = "";

    public static FreeFormValueException CreateUnreadable(Exception exception) =>
        new($"is a sequence or dictionary that cannot be read: it throws {exception.GetType()}. Pass a list or an array that nothing changes meanwhile.");

    public void PrependMember(string name) => Path = $".{Redaction.RedactName(name)}{Path}";

    public void PrependIndex(int index) => Path = FormattableString.Invariant($"[{index}]{Path}");
}
