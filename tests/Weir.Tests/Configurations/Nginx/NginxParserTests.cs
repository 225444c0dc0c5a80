using FsCheck;
using FsCheck.Fluent;
using Weir.Configurations.Nginx;

namespace Weir.Tests.Configurations.Nginx;

public sealed class NginxParserTests
{
    private static IReadOnlyList<NginxDirective> Parse(string text, out IReadOnlyList<string> problems)
    {
        var budget = new ReadBudget();
        var directives = NginxParser.Parse(text, "f", budget);
        problems = [.. budget.Problems.Select(each => each.ToString())];
        return directives;
    }

    private static IReadOnlyList<NginxDirective> Good(string text)
    {
        var directives = Parse(text, out var problems);
        Assert.Empty(problems);
        return directives;
    }

    [Theory]
    [InlineData("a b c;", "a|b|c")]
    [InlineData("a \"b c\" 'd;e';", "a|b c|d;e")]
    [InlineData("a \"b\\\"c\" 'd\\'e' f\\\\g;", "a|b\"c|d'e|f\\g")]
    [InlineData("a \\t\\n \\.php$;", "a|\t\n|\\.php$")]
    [InlineData("a b\\ c;", "a|b\\ c")]
    [InlineData("a ${b}c ;", "a|${b}c")]
    [InlineData("a b#c; # d;", "a|b#c")]
    [InlineData("a b'c\"d;", "a|b'c\"d")]
    [InlineData("a # b;\n c;", "a|c")]
    [InlineData("a b}c;", "a|b}c")]
    [InlineData("a \"${b}\" ;", "a|${b}")]
    public void Words_are_those_of_nginx(string text, string words)
    {
        var directive = Good(text)[0];
        Assert.Equal(words.Split('|'), directive.Arguments.Prepend(directive.Name));
    }

    [Fact]
    public void Blocks_hold_blocks_and_every_directive_knows_its_line()
    {
        var http = Assert.Single(Good("# first\nhttp {\n  server {\n\n    listen 80;\n  }\n}\n"));

        var listen = http.Block![0].Block![0];
        Assert.Equal(("http", 2), (http.Name, http.At.Line));
        Assert.Equal(("listen", "f:5"), (listen.Name, listen.At.ToString()));
    }

    [Fact]
    public void A_parenthesis_may_follow_a_quote()
    {
        var condition = Assert.Single(Good("if ($a ~ \"b c\") { break; }"));
        Assert.Equal(["($a", "~", "b c", ")"], condition.Arguments);
    }

    [Theory]
    [InlineData("ngx.say(\"}\")")]
    [InlineData("local t = { a = { 1 } } -- }")]
    [InlineData("--[[ } \n } ]] local x = [==[ }} ]] ]==]")]
    [InlineData("local s = '\\'}' local q = \"\\\\\"")]
    public void A_block_of_Lua_is_skipped_whole(string lua)
    {
        var all = Good($"content_by_lua_block {{\n{lua}\n}}\nafter 1;");
        Assert.Equal(["content_by_lua_block", "after"], all.Select(each => each.Name));
        Assert.Equal(lua.Contains('\n') ? 5 : 4, all[1].At.Line);
    }

    [Theory]
    [InlineData("a 1\n}\nb 2;", "f:1: unexpected \"}\"; is a semicolon missing after \"a 1\"?", "a b")]
    [InlineData("a 1;\n;\nb 2;", "f:2: unexpected \";\"", "a b")]
    [InlineData("a 1;\n}\nb 2;", "f:2: unexpected \"}\"", "a b")]
    [InlineData("a 1;\nb 2", "f:2: unexpected end of file, expecting \";\" or \"}\"", "a b")]
    [InlineData("a 1;\nb {\nc 3;\n", "f:4: unexpected end of file, expecting \"}\"", "a b")]
    [InlineData("a \"1\"2;\nb 2;", "f:1: unexpected \"2\"", "a b")]
    [InlineData("\uFEFFa 1;\nb;",
        "f:1: The file begins with a byte order mark, which nginx takes for a directive.", "a b")]
    public void A_mistake_is_named_and_the_rest_is_read(string text, string problem, string names)
    {
        var all = Parse(text, out var problems);

        Assert.Equal([problem], problems);
        Assert.Equal(names, string.Join(' ', all.Select(each => each.Name)));
    }

    [Fact]
    public void Blocks_beyond_every_use_are_not_followed()
    {
        Parse(string.Concat(Enumerable.Repeat("a{", 100_000)), out var problems);
        Assert.Contains("blocks in each other", problems[0]);
    }

    [Fact]
    public void Directives_beyond_every_use_are_not_kept()
    {
        var all = Parse(string.Concat(Enumerable.Repeat("a;", 400_000)), out var problems);
        Assert.Contains("directives; the rest is not read", Assert.Single(problems));
        Assert.Equal(300_000, all.Count);
    }

    [Fact]
    public void No_text_crashes_the_parser()
        => Check.QuickThrowOnFailure(Prop.ForAll(Pieces(), pieces => Parse(string.Concat(pieces), out _) is not null));

    [Fact]
    public void No_configuration_crashes_the_reader_or_the_choice()
        => Check.QuickThrowOnFailure(Prop.ForAll(Pieces(), pieces =>
        {
            using var texts = new NginxTexts(("nginx.conf", "http { server { " + string.Concat(pieces)));
            var read = texts.Read();
            read.Choose(new(new(System.Net.IPAddress.Loopback, 80), "a.example", "/a/b.php?x=1"));
            read.Choose(new(new(System.Net.IPAddress.Loopback, 80), null, string.Concat(pieces)));
            return true;
        }));

    // Words that mean something, so that what is made gets beyond the first mistake.
    private static Arbitrary<string[]> Pieces() => Gen.OneOf(
        Gen.Elements(
            "{", "}", ";", "\"", "'", "\\", "$", "${a}", "#", "\n", " ", "/", "=", "~", "(", ")", "[", "*", "@a", "^~",
            "location ", "server ", "if ", "if ($a) ", "return ", "404", "rewrite ", "last;", "set $a ",
            "map $uri $a {",
            "proxy_pass ", "http://$a", "http://b:80/", "upstream a {", "try_files ", "error_page ", "listen ", "80;",
            "server_name ", "~^(?<n>.*)$", "include *;", "a_by_lua_block {", "root ", "alias ", "index ",
            "-1", "99999"),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ArrayOf().ToArbitrary();
}
