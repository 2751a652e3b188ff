namespace Trackly.Sdk.Testing.Api;

/// <summary>What a call comes to: an error at once, or an effect that the script may keep, lose or prevent.</summary>
internal sealed class ApiPlan
{
    private ApiPlan(ApiResponse? error, Func<ApiResponse>? apply) => (Error, Apply) = (error, apply);

    /// <summary>Gets the error of an invalid call, which uses up no line of a script. Null when the call is valid.</summary>
    public ApiResponse? Error { get; }

    /// <summary>Gets what makes the change and returns the documented response. Null when the call is invalid.</summary>
    public Func<ApiResponse>? Apply { get; }

    public static ApiPlan Fail(ApiResponse error) => new(error, null);

    public static ApiPlan Fail(string code) => new(ApiResponse.CreateError(code), null);

    public static ApiPlan Do(Func<ApiResponse> apply) => new(null, apply);
}
