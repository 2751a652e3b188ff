namespace Trackly.Sdk;

/// <summary>How often and how soon <see cref="SendSms"/> is tried again while nothing is sent.</summary>
public sealed class SendSmsOptions
{
    /// <summary>How many times a message is tried that is not sent, before it becomes a dead letter. Ten by default.</summary>
    /// <value>One or more.</value>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The wait after the first attempt, doubled after each. Five seconds by default. What Trackly asks for comes first.</summary>
    /// <value>Over zero, and at most <see cref="MaxDelay"/>.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two attempts, unless Trackly asks for more. Ten minutes by default.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(10);
}
