using System.Net;
using System.Reflection;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>What is printed at the start: where everything is, and a first message to paste.</summary>
internal static class Greeting
{
    public static string Format(TracklyEmulator emulator, Settings settings) => $$$"""
        trackly-emulator {{{Version}}} plays the Trackly SMS API. Nobody is texted.
        {{{Warning(settings.Address)}}}
          API    {{{emulator.BaseAddress}}}
          Inbox  {{{emulator.InboxAddress}}}
          Key    {{{settings.Key}}}
          Lists  {{{string.Join(", ", settings.Lists)}}}

        curl -X POST {{{emulator.BaseAddress}}}v2/send \
          -H 'X-Api-Key: {{{settings.Key.Replace("'", @"'\''", StringComparison.Ordinal)}}}' \
          -H 'Content-Type: application/json' \
          -d '{
            "to": "+14155551234",
            "list_number": "{{{Sender(settings.Lists)}}}",
            "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
            "wrap_links": true
          }'

        Ctrl+C stops it.

        """;

    private static string Version => typeof(Greeting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Warning(IPAddress address) => IPAddress.IsLoopback(address) ? "" :
        $"""

        It listens on {address}, beyond this machine: anyone who reaches it can read the texts and script faults, without a key.

        """;

    private static string Sender(IReadOnlyList<ListSetting> lists) =>
        (lists.FirstOrDefault(static list => list.Status is EmulatedListStatus.Active) ?? lists[0]).Number;
}
