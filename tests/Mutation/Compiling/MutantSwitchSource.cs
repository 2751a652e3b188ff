namespace Trackly.Sdk.Mutation.Compiling;

/// <summary>The class that an instrumented assembly contains: it says which mutant is on, and keeps which bodies ran.</summary>
internal static class MutantSwitchSource
{
    public const string TypeName = "MutantSwitch";

    /// <summary>Names the mutant that is on from the start of the process.</summary>
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
