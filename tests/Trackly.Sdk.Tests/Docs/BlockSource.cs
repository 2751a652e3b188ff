using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>
/// A block as it is pasted into a new project: only the implicit usings of that project are added. A block that names <c>WebApplication</c> belongs in a web project, any
/// other in a console project.
/// </summary>
internal static class BlockSource
{
    private const string ConsoleUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string WebUsings = """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        """;

    public static bool IsForWeb(CodeBlock block) => Paste(block).Contains("WebApplication", StringComparison.Ordinal);

    public static (OutputKind Kind, IReadOnlyList<string> Files) Create(CodeBlock block)
    {
        var code = Paste(block);
        var isProgram = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        return (isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, [IsForWeb(block) ? ConsoleUsings + WebUsings : ConsoleUsings, code]);
    }

    /// <summary>Errors are reported by the line of the page.</summary>
    private static string Paste(CodeBlock block) => $"{(block.Program is { } program ? Paste(program) + "\n" : "")}#line {block.Line} \"{block.Page}\"\n{block.Code}";
}
