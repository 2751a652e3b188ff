namespace Trackly.Sdk.Mutation.Mutants;

/// <summary>One change of the code.</summary>
/// <param name="Id">Its number: 0, 1, 2, ... in the order of the files.</param>
/// <param name="Body">The number of the body or initializer that it is in. Coverage is recorded by body.</param>
/// <param name="File">Its path in the repository.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Member">The name of the member.</param>
/// <param name="Change">The code before and after.</param>
/// <param name="RunsOncePerProcess">Whether it is in a static initializer, which runs once in a process.</param>
internal sealed record Mutant(int Id, int Body, string File, int Line, string Member, string Change, bool RunsOncePerProcess);
