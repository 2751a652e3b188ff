using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>
/// The C# of a block as a compiler takes it. A block with <c>using</c> directives stands for itself: a program, or types. Any other may use what
/// <see cref="Prelude"/> has, and its statements become a method.
/// </summary>
internal static class BlockSource
{
    public const string TypeOfStatements = "Block";
    public const string MethodOfStatements = "RunAsync";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string UsingsOfFragments = """
        global using System.Net;
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Microsoft.Extensions.Options;
        global using Trackly.Sdk;
        global using Trackly.Sdk.Testing;
        global using Xunit;

        """;

    public static (OutputKind Kind, IReadOnlyList<string> Files) Create(CodeBlock block)
    {
        var root = CSharpSyntaxTree.ParseText(block.Code).GetCompilationUnitRoot();
        var statements = root.Members.OfType<GlobalStatementSyntax>().LastOrDefault();
        if (root.Usings.Count > 0)
        {
            var kind = statements is null ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
            return (kind, [ImplicitUsings, At(block, 0, block.Code)]);
        }

        var end = statements?.FullSpan.End ?? 0;
        var method = statements is null ? "" : Method(At(block, 0, block.Code[..end]));
        var types = At(block, block.Code[..end].Count(character => character == '\n'), block.Code[end..]);
        return (OutputKind.DynamicallyLinkedLibrary, [ImplicitUsings + UsingsOfFragments, method, types]);
    }

    private static string Method(string statements) => $$"""
        public sealed class {{TypeOfStatements}} : {{typeof(Prelude).FullName}}
        {
            public {{TypeOfStatements}}(TracklyEmulator emulator) : base(emulator)
            {
            }

            public async Task {{MethodOfStatements}}()
            {
        {{statements}}
        #line default
                await Task.CompletedTask;
            }
        }
        """;

    /// <summary>Errors are reported by the line of the page.</summary>
    private static string At(CodeBlock block, int offset, string code) => $"#line {block.Line + offset} \"{block.Page}\"\n{code}";
}
