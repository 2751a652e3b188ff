namespace Trackly.Sdk.Mutation.Testing;

/// <summary>A copy of a built test project, in which the instrumented assembly replaces the original.</summary>
internal sealed class TestFolder
{
    private readonly string _folder;
    private readonly string _testAssembly;
    private readonly string _mutatedAssembly;

    private TestFolder(string folder, string testAssembly, string mutatedAssembly)
    {
        _folder = folder;
        _testAssembly = testAssembly;
        _mutatedAssembly = mutatedAssembly;
    }

    public string AssemblyPath => Path.Combine(_folder, $"{_mutatedAssembly}.dll");

    public static TestFolder Create(string root, string project)
    {
        var tests = $"{project}.Tests";
        var folder = Path.Combine(root, "artifacts", "mutation", tests);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Copy(Path.Combine(root, "tests", tests, "bin", "Debug", "net10.0"), folder);
        Copy(AppContext.BaseDirectory, folder, "Mutation.*");
        return new(folder, tests, project);
    }

    /// <summary>Returns the arguments that start this program instead of the test program, with the dependencies of the test program.</summary>
    public IEnumerable<string> GetHostArguments() =>
    [
        "exec", "--depsfile", Path.Combine(_folder, $"{_testAssembly}.deps.json"), "--runtimeconfig", Path.Combine(_folder, $"{_testAssembly}.runtimeconfig.json"),
        Path.Combine(_folder, "Mutation.dll"), "host", _testAssembly, _mutatedAssembly,
    ];

    private static void Copy(string from, string to, string pattern = "*")
    {
        foreach (var file in Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
