using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Pipeline;

/// <summary>Says why no connection could be used, and what to do.</summary>
internal static class ConnectionSentence
{
    private const string HandlerLimit = "the timeout of a handler around the client";
    private const string PermanentAdvice = "Nothing was sent, and no repeat helps until that is fixed.";

    /// <summary>Describes an attempt whose body never started.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="limit">The timeout of the client that ran out, if one did.</param>
    public static string Describe(Attempt attempt, string limit)
    {
        var address = attempt.Call.Address;
        var isPermanent = attempt.Verdict.Result == AttemptResult.CannotConnect;
        return attempt.Verdict.Failure switch
        {
            SendFailure.NameResolution => $"The name {address.IdnHost}, or that of a proxy, cannot be resolved. Check BaseAddress, the network and the DNS of this machine.",
            SendFailure.ConnectionRefused => $"{address.Authority}, or a proxy before it, refused the connection. Check BaseAddress, the firewall and the proxy.",
            SendFailure.Unreachable => $"No route leads to {address.Authority}. Check the network, the firewall and BaseAddress.",
            SendFailure.ConnectTimeout => $"No connection to {address.Authority} within {FormatLimit(attempt, limit)}. Check the network, the firewall and BaseAddress.",
            SendFailure.SecureConnection when isPermanent =>
                $"No secure connection to {address.Authority}: this machine does not trust its certificate, or what listens there does not speak TLS. "
                + "Check BaseAddress, and the clock and trusted certificates of this machine.",
            SendFailure.SecureConnection => $"The secure connection to {address.Authority} broke off while it was made.",
            SendFailure.Proxy when isPermanent => $"The proxy refused to connect to {address.Authority}. Check its address, its credentials and what it permits.",
            SendFailure.Proxy => $"The proxy could not connect to {address.Authority}.",
            SendFailure.Disposed => "The HttpClient or a handler of it has been disposed. Create a client over one that lives as long as it is used.",
            _ => $"No connection to {address.Authority} could be used.",
        };
    }

    /// <summary>Returns what to do: the advice of the operation, unless a repeat cannot help.</summary>
    public static string Advise(Attempt attempt) =>
        attempt.Verdict.Result == AttemptResult.CannotConnect && attempt.Call.Outcome == SendOutcome.NotSent ? PermanentAdvice : attempt.Call.Advice.Get(attempt.Call.Outcome);

    private static string FormatLimit(Attempt attempt, string limit) =>
        attempt.RanOut ? limit : attempt.Exception is OperationCanceledException ? HandlerLimit : "the time that the operating system allows";
}
