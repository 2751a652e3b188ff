namespace Trackly.Sdk.Tests.Support;

/// <summary>Activity sources and meters are shared by the whole process: tests that listen to them run while no other test sends.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListensToTheProcess
{
    public const string Name = "Listening to the process";
}
