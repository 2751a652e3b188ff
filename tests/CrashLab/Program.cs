using Trackly.Sdk.CrashLab;

// race STORE CONNECTION SCHEMA ADDRESS API-KEY LIST KEY TASKS: sends one key from many tasks, once a line arrives on standard input.
return args switch
{
    ["race", var store, var connection, var schema, var address, var apiKey, var list, var key, var tasks] =>
        await Race.RunAsync(new Database(store, connection, schema), new Account(new Uri(address), apiKey, list), key, int.Parse(tasks, null)),
    _ => throw new ArgumentException("Usage: CrashLab race STORE CONNECTION SCHEMA ADDRESS API-KEY LIST KEY TASKS"),
};
