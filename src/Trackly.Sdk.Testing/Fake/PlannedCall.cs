using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>What a call comes to, and what the script says about it.</summary>
/// <param name="Plan">The effect.</param>
/// <param name="Step">The step of the script. Null for a call that is not valid, which uses up none.</param>
internal sealed record PlannedCall(ApiPlan Plan, ScriptStep? Step);
