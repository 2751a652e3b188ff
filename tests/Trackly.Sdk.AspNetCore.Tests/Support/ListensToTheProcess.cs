namespace Trackly.Sdk.AspNetCore.Tests.Support;

/// <summary>Sources and meters are shared by the whole process: tests that listen to them run while no other test posts.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListensToTheProcess
{
    public const string Name = "Listening to the process";
}
