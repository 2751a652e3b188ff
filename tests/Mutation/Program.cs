using Trackly.Sdk.Mutation;
using Trackly.Sdk.Mutation.Testing;

// In the process of the tests there are only their assemblies: the command line is left alone there.
if (args is ["host", var testAssembly, var mutatedAssembly])
{
    await TestHost.RunAsync(testAssembly, mutatedAssembly);
    return 0;
}

return await CommandLine.RunAsync(args);
