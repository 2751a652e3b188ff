namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>Collects each note once, and a limited number of them: a body of megabytes can cause many.</summary>
internal sealed class Notes
{
    private const int MaxCount = 100;
    private List<string>? _notes;

    public IReadOnlyList<string> All => _notes ?? (IReadOnlyList<string>)[];

    public void Add(string note)
    {
        _notes ??= [];
        if (_notes.Count < MaxCount && !_notes.Contains(note))
            _notes.Add(note);
    }
}
