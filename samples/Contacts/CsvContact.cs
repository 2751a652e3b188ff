using CsvHelper.Configuration.Attributes;
using Trackly.Sdk;

namespace Contacts;

/// <summary>A line of the file.</summary>
internal sealed class CsvContact
{
    [Name("phone")]
    public string Phone { get; set; } = "";

    [Name("first_name")]
    public string FirstName { get; set; } = "";

    [Name("city")]
    public string City { get; set; } = "";

    [Name("visits")]
    public int Visits { get; set; }

    public UpsertContactRequest ToRequest(string listNumber) => new(Phone, listNumber)
    {
        CustomFields = new() { ["first_name"] = FirstName, ["city"] = City, ["visits"] = Visits },
    };
}
