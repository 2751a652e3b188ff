namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>The source of a class in the instrumented assembly that selects the active mutant and records which bodies ran.</summary>
internal static class MutantSwitchSource
{
    public const string TypeName = "MutantSwitch";

    /// <summary>The environment variable with the mutant that is active from the start of the process.</summary>
    public const string Variable = "TRACKLY_MUTANT";

    public static string Get(int bodies) =>
        $$"""
        internal static class {{TypeName}}
        {
            public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("{{Variable}}") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);

            public static readonly bool[] Reached = new bool[{{bodies}}];

            public static bool Reach(int body) => Reached[body] = true;

            public static bool Is(int mutant) => Active == mutant;
        }
        """;
}
