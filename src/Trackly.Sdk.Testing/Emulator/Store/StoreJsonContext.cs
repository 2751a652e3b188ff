using System.Text.Json.Serialization;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>Reads and writes the lines of the file, and refuses a member that this version does not know.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoredLine))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;
