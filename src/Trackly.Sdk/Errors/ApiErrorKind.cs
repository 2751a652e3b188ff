namespace Trackly.Sdk;

/// <summary>Names the exception type of an error: <see cref="TracklyApiException.Create"/> makes one of each.</summary>
internal enum ApiErrorKind
{
    Other,
    Authentication,
    InvalidRequest,
    ListNotFound,
    PayloadTooLarge,
    Permission,
    RateLimit,
    Server,
    WebhookNotConfigured,
}
