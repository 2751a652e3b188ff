namespace Trackly.Sdk.Testing.Api;

/// <summary>What the calls of contacts, lists and phones read and change: that of one account.</summary>
internal sealed class ApiState(IListBook lists, ContactBook contacts, TimeProvider clock, Func<string?>? getBillingError = null)
{
    private readonly HashSet<string> _validated = new(StringComparer.Ordinal);

    public IListBook Lists => lists;

    public ContactBook Contacts => contacts;

    /// <summary>Gets the code with which validations are refused because the account cannot pay. Null when it can.</summary>
    public string? BillingError => getBillingError?.Invoke();

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Records that a number was validated.</summary>
    /// <returns>Whether it had been validated before.</returns>
    public bool Validate(string number)
    {
        lock (_validated)
            return !_validated.Add(number);
    }
}
