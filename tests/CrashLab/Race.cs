namespace Trackly.Sdk.CrashLab;

/// <summary>One key from many tasks of this process, while others do the same.</summary>
internal static class Race
{
    /// <summary>Prints how many of the results say each outcome, and whether it was this call that sent.</summary>
    public static async Task<int> RunAsync(Database database, Account account, string key, int tasks)
    {
        await using var source = database.Open();
        using var client = account.CreateClient();
        // Nobody dies here, however busy the machine is.
        var options = database.CreateOptions();
        options.Lease = TimeSpan.FromMinutes(10);
        await using var sendOnce = new TracklySendOnce(client, source, options);
        Console.WriteLine("ready");
        Console.ReadLine();

        var results = await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(() => SendAsync(sendOnce, key))));

        foreach (var group in results.GroupBy(static result => (result.Outcome, result.AlreadySent)))
            Console.WriteLine($"{group.Key.Outcome} {group.Key.AlreadySent} {group.Count()}");
        return 0;
    }

    /// <summary>Comes back while another call is sending, as callers are told to.</summary>
    private static async Task<SendOnceResult> SendAsync(TracklySendOnce sendOnce, string key)
    {
        while (true)
        {
            var result = await sendOnce.SendAsync(key, Account.CreateRequest(key));
            if (result.Outcome != SendOnceOutcome.InProgress)
                return result;
            await Task.Delay(20);
        }
    }
}
