using Microsoft.Extensions.Options;

namespace Trackly.Sdk;

/// <summary>Checks the options when the host starts, together with those of the client.</summary>
internal sealed class SendOnceOptionsValidator(IOptionsMonitor<TracklyClientOptions> client) : IValidateOptions<SendOnceOptions>
{
    private const int MaxPrefixLength = 40;
    private const int MaxSchemaLength = 63;

    public ValidateOptionsResult Validate(string? name, SendOnceOptions options)
    {
        List<string> errors = [.. FindErrors(options), .. FindLeaseErrors(options, FindTimeout(name))];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <exception cref="ArgumentException">An option has a value that cannot work.</exception>
    public static void Check(SendOnceOptions options)
    {
        if (FindErrors(options).ToList() is { Count: > 0 } errors)
            throw new ArgumentException(string.Join(" ", errors), nameof(options));
    }

    private static IEnumerable<string> FindErrors(SendOnceOptions options)
    {
        if (options.Lease < TimeSpan.FromSeconds(1) || options.Lease > TimeSpan.FromDays(1))
            yield return $"SendOnceOptions.Lease is {options.Lease}. Set a time from one second to one day.";
        if (options.Retention is { } retention && retention < TimeSpan.FromHours(1))
            yield return $"SendOnceOptions.Retention is {retention}. Set one hour or more, or null to keep every key.";
        if (options.Schema is { } schema && !IsName(schema, MaxSchemaLength))
            yield return $"SendOnceOptions.Schema is not a plain name. Use letters, digits and underscores, at most {MaxSchemaLength}, or null.";
        if (options.Schema is not null && options.Dialect == SendOnceDialect.Sqlite)
            yield return "SendOnceOptions.Schema is set, but SQLite has no schemas. Leave it null.";
        if (options.TablePrefix is not "" && !IsName(options.TablePrefix, MaxPrefixLength))
            yield return $"SendOnceOptions.TablePrefix is not a plain name. Use letters, digits and underscores, at most {MaxPrefixLength}, or \"\".";
        if (options.Dialect is { } dialect && dialect is not (SendOnceDialect.PostgreSql or SendOnceDialect.Sqlite))
            yield return $"SendOnceOptions.Dialect is {(int)dialect}. Use PostgreSql, Sqlite or null.";
    }

    private static IEnumerable<string> FindLeaseErrors(SendOnceOptions options, TimeSpan? timeout)
    {
        if (timeout is { } limit && options.Lease <= limit)
            yield return $"SendOnceOptions.Lease is {options.Lease}, not over the client's Timeout of {limit}. Set a longer one, such as {limit * 2}.";
    }

    /// <summary>The time limit of the client. Null when its options are invalid: their own check says so.</summary>
    private TimeSpan? FindTimeout(string? name)
    {
        try
        {
            return client.Get(name).Timeout;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    private static bool IsName(string? name, int maxLength) =>
        name is { Length: > 0 } && name.Length <= maxLength && !char.IsAsciiDigit(name[0])
        && name.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
