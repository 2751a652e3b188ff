using Trackly.Sdk.Benchmarks.Quick;

return args switch
{
    ["--quick", .. var worlds] => QuickCommand.Run(worlds),
    _ => 64,
};
