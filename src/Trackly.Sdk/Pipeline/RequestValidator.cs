namespace Trackly.Sdk.Pipeline;

/// <summary>Finds every fault of a request at once. Never stricter than the API is known to be: it answers for the rest itself.</summary>
internal static class RequestValidator
{
    /// <summary>What is wrong with a request, ready to be thrown. Null when nothing is.</summary>
    public static TracklyValidationException? FaultOf(SendRequest request) =>
        FaultsOf(request) is { } faults ? new TracklyValidationException(faults) : null;

    private static List<TracklyValidationError>? FaultsOf(SendRequest request)
    {
        List<TracklyValidationError>? faults = null;
        CheckNumber(
            request.To, "to", "the recipient's number", "+14155551234", TracklyErrorCode.MissingTo, TracklyErrorCode.InvalidPhone, ref faults);
        CheckNumber(
            request.ListNumber, "list_number", "the number of a sending list of your account", "+18005551000",
            TracklyErrorCode.MissingListNumber, TracklyErrorCode.InvalidListNumber, ref faults);
        if (string.IsNullOrWhiteSpace(request.Body))
            Add(ref faults, TracklyErrorCode.MissingBody, "body", "body is missing: set it to a text that is more than white space.");
        return faults;
    }

    private static void CheckNumber(
        string? number, string field, string what, string example,
        TracklyErrorCode missing, TracklyErrorCode invalid, ref List<TracklyValidationError>? faults)
    {
        if (string.IsNullOrWhiteSpace(number))
            Add(ref faults, missing, field, $"{field} is missing: set it to {what} in E.164 format, for example {example}.");
        else if (E164.FaultOf(number!) is { } fault)
            Add(ref faults, invalid, field, $"{field} {fault}: write it as +, country code and number, at most 15 digits without spaces, for example {example}.");
    }

    private static void Add(ref List<TracklyValidationError>? faults, TracklyErrorCode code, string field, string message) =>
        (faults ??= []).Add(new TracklyValidationError(code, field, message));
}
