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

    /// <summary>Puts what a section says into the options; its policy on top of the one that they have.</summary>
    public static void Bind(IConfiguration section, TracklyClientOptions options)
    {
        // First: what a binder cannot read is an exception, and must not hide a policy.
        var policy = Read(section, options.RecipientPolicy);
        options.RecipientPolicy = null;
        try
        {
            (policy is { Faults.Count: > 0 } ? Without(section) : section).Bind(options);
        }
        finally
        {
            options.RecipientPolicy = policy;
        }
    }

    /// <summary>The policy that a section asks for, on top of another, which stays as it is. That other when it asks for none.</summary>
    private static TracklyRecipientPolicy? Read(IConfiguration section, TracklyRecipientPolicy? before)
    {
        var meant = section.GetChildren().Where(child => Is(child.Key, Name) || (section is IConfigurationSection && IsMeant(child))).ToList();
        if (meant.Count == 0)
            return before;
        var policy = new TracklyRecipientPolicy { Allow = [.. before?.Allow ?? []], RedirectTo = before?.RedirectTo, BlockAll = before is { BlockAll: true } };
        foreach (var child in meant)
        {
            if (Is(child.Key, Name))
                Read(child, policy);
            else
                policy.Faults.Add($"A {Name} seems to be meant by {Quoted(child.Key)}. Write {Name}, with {Members} in it.");
        }

        return policy;
    }

    /// <summary>All of the section but a policy that a binder cannot read: it would show what is written there.</summary>
    private static IConfiguration Without(IConfiguration section)
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
        if (FaultOf(section, "members") is { } fault)
            policy.Faults.Add($"{Name} {fault} Write an object, with {Members} in it.");
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
        if (FaultOf(list, "entries") is { } fault)
            policy.Faults.Add($"{Name}.Allow {fault} Write a list, or leave it out.");
        foreach (var entry in list.GetChildren())
            policy.Allow.Add(entry.Value ?? "");
    }

    /// <summary>What is wrong with the value of something that has parts. Empty is fine, for an empty list or object; beside the parts of another source it promises what is not so.</summary>
    private static string? FaultOf(IConfigurationSection section, string parts) =>
        section.Value is not { } value ? null
        : value.Length > 0 ? "is a text in a source of the configuration."
        : section.GetChildren().Any() ? $"is empty in a source of the configuration, and has {parts} in another, which stay."
        : null;

    /// <summary>What nobody writes into a section of these options who does not mean a policy. The root of a configuration holds much else.</summary>
    private static bool IsMeant(IConfigurationSection child) =>
        Sounds(child.Key) || IsMember(child.Key)
        || child.GetChildren().Any(part => IsMember(part.Key) || (Is(child.Key, nameof(TracklyClientOptions.Retry)) && Sounds(part.Key)));

    private static bool Sounds(string key) => key.Contains("Polic", StringComparison.OrdinalIgnoreCase);

    private static bool IsMember(string key) =>
        Is(key, nameof(TracklyRecipientPolicy.Allow)) || Is(key, nameof(TracklyRecipientPolicy.RedirectTo)) || Is(key, nameof(TracklyRecipientPolicy.BlockAll));

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that may be shown: a number in a wrong place may not.</summary>
    private static string Quoted(string key) => $"'{(key.All(static character => char.IsLetter(character) || character is '_' or '.' or ' ') ? key : Redaction.Mask)}'";
}
