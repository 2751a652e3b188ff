using System.Globalization;
using Trackly.Sdk.Benchmarks;
using Trackly.Sdk.Benchmarks.Cold;
using Trackly.Sdk.Benchmarks.Full;
using Trackly.Sdk.Benchmarks.Import;
using Trackly.Sdk.Benchmarks.Load;
using Trackly.Sdk.Benchmarks.Once;
using Trackly.Sdk.Benchmarks.Plot;
using Trackly.Sdk.Benchmarks.Quick;
using Trackly.Sdk.Benchmarks.Server;

return args switch
{
    [QuickCommand.Name] => Parts.RunAndCheck(QuickCommand.Name, QuickCommand.Parts),
    [QuickCommand.Name, var part] when QuickCommand.Parts.Contains(part) => QuickCommand.Run(part),
    [LoadCommand.Name] => Parts.RunAndCheck(LoadCommand.Name, LoadCommand.Parts),
    [LoadCommand.Name, var part] when LoadCommand.Parts.Contains(part) => await LoadCommand.RunAsync(part),
    [ManyCommand.Name, .. var rest] => await ManyCommand.RunAsync(rest),
    [ImportCommand.Name, .. var rest] when ImportCommand.ParseRows(rest) is { } rows => await ImportCommand.RunAsync(rows),
    [EmulatorCommand.Name] => await EmulatorCommand.RunAsync(),
    [ColdCommand.Name] => await ColdCommand.RunAsync(),
    [FullCommand.Name, .. var rest] => FullCommand.Run(rest),
    [OnceCommand.Name, .. var rest] => OnceCommand.Run(rest),
    [PlotCommand.Name] => Parts.Run(PlotCommand.Name, PlotCommand.Parts),
    [PlotCommand.Name, var part] when PlotCommand.Parts.Contains(part) => await PlotCommand.RunAsync(part),
    [ServerCommand.Name] => await ServerCommand.RunAsync(failEvery: null),
    [ServerCommand.Name, var every] => await ServerCommand.RunAsync(int.Parse(every, CultureInfo.InvariantCulture)),
    _ => Usage.Print(),
};
