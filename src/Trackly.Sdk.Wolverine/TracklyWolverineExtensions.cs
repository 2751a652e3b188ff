using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk;

namespace Wolverine;

/// <summary>Adds durable sending to Wolverine.</summary>
public static class TracklyWolverineExtensions
{
    /// <summary>
    /// Adds the message <see cref="SendSms"/> with its handler, and makes the local queues of the message and of its events durable. The container
    /// also needs <c>AddTrackly</c> and <c>AddTracklySendOnce</c>, and Wolverine a message store. To let other processes send, route the message to a queue that they listen to.
    /// </summary>
    /// <param name="options">The options of Wolverine.</param>
    /// <param name="configure">Sets how often a message that is not sent is tried. Null, the default, keeps the defaults.</param>
    /// <returns>The options of Wolverine.</returns>
    /// <exception cref="ArgumentException">An option has a value that cannot work.</exception>
    public static WolverineOptions UseTrackly(this WolverineOptions options, Action<SendSmsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new SendSmsOptions();
        configure?.Invoke(settings);
        Check(settings);
        options.Services.AddSingleton(settings);
        options.Discovery.IncludeType<SendSmsHandler>();
        foreach (var message in (Type[])[typeof(SendSms), typeof(SmsAccepted), typeof(SmsRejected), typeof(SmsUnknown)])
            options.LocalQueueFor(message).UseDurableInbox();
        return options;
    }

    private static void Check(SendSmsOptions settings)
    {
        if (settings.MaxAttempts < 1)
            throw new ArgumentException($"SendSmsOptions.MaxAttempts is {settings.MaxAttempts}. Set one or more.");
        if (settings.BaseDelay <= TimeSpan.Zero)
            throw new ArgumentException($"SendSmsOptions.BaseDelay is {settings.BaseDelay}. Set a time over zero.");
        if (settings.MaxDelay < settings.BaseDelay)
            throw new ArgumentException(
                $"SendSmsOptions.MaxDelay is {settings.MaxDelay}, which is under BaseDelay ({settings.BaseDelay}). Set at least that.");
    }
}
