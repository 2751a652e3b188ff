using System.Globalization;
using Trackly.Sdk.Benchmarks;
using Trackly.Sdk.Benchmarks.Cold;
using Trackly.Sdk.Benchmarks.Load;
using Trackly.Sdk.Benchmarks.Quick;
using Trackly.Sdk.Benchmarks.Server;

return args switch
{
    [QuickCommand.Name] => Parts.Run(QuickCommand.Name, QuickCommand.Parts),
    [QuickCommand.Name, var part] when QuickCommand.Parts.Contains(part) => QuickCommand.Run(part),
    [LoadCommand.Name] => Parts.Run(LoadCommand.Name, LoadCommand.Parts),
    [LoadCommand.Name, var part] when LoadCommand.Parts.Contains(part) => await LoadCommand.RunAsync(part),
    [ColdCommand.Name] => await ColdCommand.RunAsync(),
    [ServerCommand.Name] => await ServerCommand.RunAsync(faultEvery: null),
    [ServerCommand.Name, var every] => await ServerCommand.RunAsync(int.Parse(every, CultureInfo.InvariantCulture)),
    _ => Usage.Print(),
};
