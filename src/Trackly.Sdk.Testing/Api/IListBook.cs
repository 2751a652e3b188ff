namespace Trackly.Sdk.Testing.Api;

/// <summary>The sending lists of an account.</summary>
internal interface IListBook
{
    /// <summary>Returns the id and the status of every list, in the order of ids.</summary>
    IReadOnlyList<(int Id, string Number, string Status)> GetAll();

    /// <summary>Returns the id of a list. Null when the account has none with this number.</summary>
    int? FindId(string number);
}
