using Microsoft.Extensions.Configuration;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Reads the recipient policy of a configuration section. A binder passes over what it does not understand, and whom a misspelt policy was to protect would be
/// texted; here, what is not understood is a fault of the options.
/// </summary>
internal static class PolicySection
{
    private const string Name = nameof(TracklyClientOptions.RecipientPolicy);
    private const string Members = $"{nameof(TracklyRecipientPolicy.Allow)}, {nameof(TracklyRecipientPolicy.RedirectTo)} and {nameof(TracklyRecipientPolicy.BlockAll)}";

    /// <summary>Puts the policy that a section asks for on top of that of the options. Leaves the options as they are when it asks for none.</summary>
    public static void Read(IConfiguration section, TracklyClientOptions options)
    {
        var meant = section.GetChildren().Where(child => Is(child.Key, Name) || (section is IConfigurationSection && IsMeant(child.Key))).ToList();
        if (meant.Count == 0)
            return;
        var policy = new TracklyRecipientPolicy
        {
            Allow = [.. options.RecipientPolicy?.Allow ?? []],
            RedirectTo = options.RecipientPolicy?.RedirectTo,
            BlockAll = options.RecipientPolicy is { BlockAll: true },
        };
        foreach (var child in meant)
        {
            if (Is(child.Key, Name))
                Read(child, policy);
            else
                policy.Faults.Add($"{Quoted(child.Key)} stands where only {Name} can. Write {Name}, with {Members} in it.");
        }

        options.RecipientPolicy = policy;
    }

    /// <summary>All of the section but the policy, for a binder.</summary>
    public static IConfiguration Without(IConfiguration section)
    {
        var path = (section as IConfigurationSection)?.Path;
        var policy = path is null ? Name : ConfigurationPath.Combine(path, Name);
        var rest = section.AsEnumerable().Where(pair =>
            !Is(pair.Key, policy) && !pair.Key.StartsWith(policy + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase));
        var copy = new ConfigurationBuilder().AddInMemoryCollection(rest).Build();
        return path is null ? copy : copy.GetSection(path);
    }

    private static void Read(IConfigurationSection section, TracklyRecipientPolicy policy)
    {
        if (HasValueOfItsOwn(section))
            policy.Faults.Add($"{Name} has a value of its own in a source of the configuration. Write an object, with {Members} in it.");
        foreach (var member in section.GetChildren())
        {
            if (Is(member.Key, nameof(policy.Allow)))
                ReadAllow(member, policy);
            else if (Is(member.Key, nameof(policy.RedirectTo)) && !member.GetChildren().Any())
                policy.RedirectTo = member.Value;
            else if (Is(member.Key, nameof(policy.RedirectTo)))
                policy.Faults.Add($"{Name}.RedirectTo is not a text. Write one number, or leave it out.");
            else if (!Is(member.Key, nameof(policy.BlockAll)))
                policy.Faults.Add($"{Name} has no member {Quoted(member.Key)}. It has {Members}.");
            else if (bool.TryParse(member.Value, out var blocks))
                policy.BlockAll = blocks;
            else
                policy.Faults.Add($"{Name}.BlockAll is neither true nor false. Write one of them, or leave it out.");
        }
    }

    private static void ReadAllow(IConfigurationSection list, TracklyRecipientPolicy policy)
    {
        if (HasValueOfItsOwn(list))
            policy.Faults.Add($"{Name}.Allow has a value of its own in a source of the configuration. Write a list; where several sources have one, they are merged by position.");
        foreach (var entry in list.GetChildren())
            policy.Allow.Add(entry.Value ?? "");
    }

    /// <summary>An empty list or object may be an empty value; beside members it is not the only source, and the members stand although it is empty.</summary>
    private static bool HasValueOfItsOwn(IConfigurationSection section) => section.Value is { } value && (value.Length > 0 || section.GetChildren().Any());

    /// <summary>What nobody writes into a section of these options who does not mean the policy. The root of a configuration holds much else.</summary>
    private static bool IsMeant(string key) =>
        key.Contains("Recipient", StringComparison.OrdinalIgnoreCase) || Is(key, nameof(TracklyRecipientPolicy.Allow))
        || Is(key, nameof(TracklyRecipientPolicy.RedirectTo)) || Is(key, nameof(TracklyRecipientPolicy.BlockAll));

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that may be shown: a number in a wrong place may not.</summary>
    private static string Quoted(string key) => $"'{(key.All(static character => char.IsLetter(character) || character is '_' or '.' or ' ') ? key : Redaction.Mask)}'";
}
