using Trackly.Sdk.Mutation;
using Trackly.Sdk.Mutation.Testing;

// A test process has only the assemblies of the tests, so it must not load the command line parser.
if (args is ["host", var testAssembly, var mutatedAssembly])
{
    await TestHost.RunAsync(testAssembly, mutatedAssembly);
    return 0;
}

return await CommandLine.RunAsync(args);
