namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>What the body of a response says.</summary>
internal enum ResponseKind
{
    /// <summary>It cannot be understood, or lacks what the operation promises.</summary>
    Unreadable,

    /// <summary>It says that the request was refused: <c>success: false</c>.</summary>
    Rejected,

    /// <summary>It is the response that the API documents.</summary>
    Accepted,
}
