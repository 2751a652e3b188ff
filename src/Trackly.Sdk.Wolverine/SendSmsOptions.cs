namespace Trackly.Sdk;

/// <summary>Specifies how often and how soon <see cref="SendSms"/> is tried again while nothing is sent.</summary>
public sealed class SendSmsOptions
{
    /// <summary>Gets or sets how many times a message that is not sent is tried before it becomes a dead letter. Default 10.</summary>
    /// <value>One or more.</value>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Gets or sets the wait after the first attempt, doubled after each. Default five seconds. If Trackly asks for more, that is the wait.</summary>
    /// <value>Over zero, and at most <see cref="MaxDelay"/>.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the longest wait between two attempts, unless Trackly asks for more. Default ten minutes.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(10);
}
