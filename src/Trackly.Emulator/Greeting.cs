using System.Net;
using System.Reflection;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>Formats what is printed at the start: the addresses, and a command that sends a first message.</summary>
internal static class Greeting
{
    public static string Format(TracklyEmulator emulator, Settings settings) => $$$"""
        trackly-emulator {{{Version}}} emulates the Trackly SMS API. Nothing is sent to a phone.
        {{{Warning(settings.Address)}}}
          API    {{{emulator.BaseAddress}}}
          Inbox  {{{emulator.InboxAddress}}}
          Key    {{{settings.Key}}}
          Lists  {{{string.Join(", ", settings.Lists)}}}

        Point an application at it with two environment variables, or Trackly__BaseAddress and Trackly__ApiKey for AddTrackly:

          export TRACKLY_BASE_ADDRESS={{{emulator.BaseAddress}}}
          export TRACKLY_API_KEY='{{{settings.Key.Replace("'", @"'\''", StringComparison.Ordinal)}}}'

        Or send a first message from a shell:

        curl -X POST {{{emulator.BaseAddress}}}v2/send \
          -H 'X-Api-Key: {{{settings.Key.Replace("'", @"'\''", StringComparison.Ordinal)}}}' \
          -H 'Content-Type: application/json' \
          -d '{
            "to": "+14155551234",
            "list_number": "{{{Sender(settings.Lists)}}}",
            "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
            "wrap_links": true
          }'

        Press Ctrl+C to stop.

        """;

    private static string Version => typeof(Greeting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Warning(IPAddress address) => IPAddress.IsLoopback(address) ? "" :
        $"""

        It listens on {address}, which other machines can reach: everyone who can reach it can read the messages and script faults, without a key.

        """;

    private static string Sender(IReadOnlyList<ListSetting> lists) =>
        (lists.FirstOrDefault(static list => list.Status is EmulatedListStatus.Active) ?? lists[0]).Number;
}
