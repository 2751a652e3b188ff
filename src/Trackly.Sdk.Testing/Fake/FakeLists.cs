using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>The lists of a fake: every number is one, from when it is first named.</summary>
internal sealed class FakeLists : IListBook
{
    private readonly object _lock = new();
    private readonly List<string> _numbers = [];

    public IReadOnlyList<(int Id, string Number, string Status)> GetAll()
    {
        lock (_lock)
            return [.. _numbers.Select(static (number, index) => (index + 1, number, "active"))];
    }

    public int? FindId(string number)
    {
        lock (_lock)
        {
            if (!_numbers.Contains(number))
                _numbers.Add(number);
            return _numbers.IndexOf(number) + 1;
        }
    }
}
