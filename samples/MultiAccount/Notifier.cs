using Trackly.Sdk;

namespace MultiAccount;

/// <summary>Chooses the account by the recipient's number: North American numbers go through the American account.</summary>
internal sealed class Notifier(
    [FromKeyedServices("europe")] ITracklyClient europe, [FromKeyedServices("america")] ITracklyClient america, IConfiguration configuration)
{
    private readonly string _europeanList = configuration["ListNumbers:Europe"] ?? "";
    private readonly string _americanList = configuration["ListNumbers:America"] ?? "";

    public Task<string> NotifyAsync(string to) => to.StartsWith("+1", StringComparison.Ordinal)
        ? SendAsync("America", america, to, _americanList)
        : SendAsync("Europe", europe, to, _europeanList);

    /// <summary>Sends from a list of the other account, which Trackly rejects.</summary>
    public Task<string> NotifyFromTheWrongListAsync(string to) => SendAsync("Europe", europe, to, _americanList);

    private static async Task<string> SendAsync(string account, ITracklyClient trackly, string to, string listNumber)
    {
        try
        {
            var sent = await trackly.SendAsync(new SendRequest { To = to, ListNumber = listNumber, Body = "Your parcel is here." });
            return $"{account}: {sent.MessageId} {sent.Status}";
        }
        catch (TracklyException exception)
        {
            return $"{account}: {exception.Outcome}: {exception.Message}";
        }
    }
}
