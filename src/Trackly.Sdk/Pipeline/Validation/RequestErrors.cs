using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Pipeline.Validation;

/// <summary>Collects every error of a request, so that all are reported at once. The checks are never stricter than the API is known to be.</summary>
internal sealed class RequestErrors
{
    private List<TracklyValidationError>? _errors;

    public void Add(TracklyErrorCode code, string field, string message) => (_errors ??= []).Add(new TracklyValidationError(code, field, message));

    /// <param name="number">The value of the field.</param>
    /// <param name="field">The field by its JSON name.</param>
    /// <param name="meaning">What the number stands for, as it follows "set it to".</param>
    /// <param name="example">A number that would be right.</param>
    /// <param name="missing">The code for a number that is missing.</param>
    /// <param name="invalid">The code for a number that is not in E.164 format.</param>
    public void RequireNumber(string? number, string field, string meaning, string example, TracklyErrorCode missing, TracklyErrorCode invalid)
    {
        if (TextRules.IsBlank(number))
            Add(missing, field, $"'{field}' is missing: set it to {meaning} in E.164 format, for example {example}.");
        else if (E164.FindProblem(number!) is { } problem)
            Add(invalid, field, $"'{field}' {problem}: write it as +, country code and number, at most 15 digits without spaces, for example {example}.");
    }

    public void RequireText(string? text, string field, TracklyErrorCode missing)
    {
        if (TextRules.IsBlank(text))
            Add(missing, field, $"'{field}' is missing: set it to a string with at least one visible character.");
        else
            CheckText(text, field);
    }

    /// <summary>Checks a string that may be null.</summary>
    public void CheckText(string? text, string field)
    {
        if (text is not null && TextRules.HasLoneSurrogate(text))
            Add(TracklyErrorCode.InvalidJson, field, $"'{field}' has half of a surrogate pair, which would arrive as another character: remove it.");
    }

    /// <summary>Writes the caller's own keys and values, or null, as JSON, because some can be read only once. If one cannot be written, adds an error and returns null.</summary>
    public Dictionary<string, object?>? WriteValues(Dictionary<string, object?>? values, string field)
    {
        if (values is null)
            return null;
        try
        {
            return FreeFormJson.Write(values);
        }
        catch (FreeFormValueException problem)
        {
            Add(problem.IsTooLarge ? TracklyErrorCode.PayloadTooLarge : TracklyErrorCode.InvalidJson, field + problem.Path, $"'{field}{problem.Path}' {problem.Message}");
            return null;
        }
    }

    /// <summary>Adds the error of a valid request that could not be written as JSON.</summary>
    public void AddWriteError(Exception exception)
    {
        // Plain custom fields are the only values that are still in the caller's own dictionary, which another thread may change.
        if (exception is InvalidOperationException)
            Add(TracklyErrorCode.InvalidJson, "", "The request cannot be written as JSON, because a dictionary in it was changed during the call: change it before or after.");
        else
            // Strings of hundreds of megabytes, which JSON writers reject.
            Add(TracklyErrorCode.PayloadTooLarge, "", $"The request is too large to be written as JSON ({exception.GetType()}), and Trackly takes 5 MB: send less.");
    }

    /// <summary>Adds every error of one item of a list.</summary>
    /// <param name="path">Where the item is, for example <c>messages[3]</c>.</param>
    /// <param name="item">The errors of the item.</param>
    public void AddItem(string path, RequestErrors item)
    {
        foreach (var error in item._errors ?? [])
            Add(error.Code, error.Field.Length == 0 ? path : $"{path}.{error.Field}", $"{path}: {error.Message}");
    }

    /// <summary>Returns the exception that reports the errors. Null when there is none.</summary>
    public TracklyValidationException? ToException() => _errors is null ? null : new TracklyValidationException(_errors);
}
