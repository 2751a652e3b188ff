namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The result of a send in a few words: "accepted", or exception and outcome, such as "Server Unknown".</summary>
internal sealed record SendDescription(string Result, SendOutcome? Outcome, IReadOnlyList<SendAttempt> Attempts)
{
    public static async Task<SendDescription> CreateAsync(Task<SendResponse> call)
    {
        try
        {
            return new("accepted", null, (await call).Attempts);
        }
        catch (TracklyException exception)
        {
            var name = exception.GetType().Name;
            return new($"{name.Substring("Trackly".Length, name.Length - "TracklyException".Length)} {exception.Outcome}", exception.Outcome, exception.Attempts);
        }
    }
}
