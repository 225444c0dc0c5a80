using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Weir.Reports;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using Diagnosed = Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Reports;

public sealed class SecretMaskTests
{
    /// <summary>Long enough that it is in no report by chance.</summary>
    private const int SecretLength = 14;

    private static readonly string[] Places =
    [
        "Cookie: $", "Cookie: \"x\"; b=$", "x \"Cookie: a=\"x\"; b=$", "Cookie: a=$; b=$",
        "Set-Cookie: sid=$; Path=/; HttpOnly", "set-cookie:$", "\e[31mCookie: theme=$",
        "Authorization: Basic $", "authorization:Bearer $",
        "Proxy-Authorization: Digest username=\"$\", response=\"$\"",
        "X-Api-Key: $", "X-Auth-Token: $ $", "HTTP_COOKIE=$", "GET / HTTP/1.1\r\nCookie: a=$\r\n b=$\r\nHost: x\r\n",
        "{\"Cookie\": \"a=$\"}", "{\"password\":\"$\", \"user\":\"ann\"}", "{'api_key': '$'}",
        "http://ann:$@shop.example/", "https://$@shop.example/", "http://ann:p@$@shop.example/x", "//u:$@host/",
        "proxy ann:$@10.0.0.1:3128 answered", "/?token=$", "/?a=1&access_token=$&b=2", "/?API_KEY=$", "/?key=$#top",
        "/?password=$", "/?client_secret=$", "/?PHPSESSID=$", "/;jsessionid=$", "/?X-Amz-Signature=$", "/?sig=$",
        "/cb?code=$&state=1", "/#access_token=$", "/?pass%77ord=$",
        "/?user%5Bpassword%5D=$", "Server=db;Password=$;User=a",
        "password: $", "pwd=\"$ $\"", "accessKey=$", "got Bearer $ from it", "sent basic QWxhZGRpbjp$=",
        "eyJhbGciOiJIUzI1NiJ9.$.$", "ghp_$", "-----BEGIN PRIVATE KEY-----\nMIIE$\n$\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\\nMIIE$",
        "curl -H 'Cookie: a=$' http://x/", "curl -H \"Authorization: Bearer $\" x",
    ];

    private static readonly Gen<string> Secrets = Gen
        .Elements("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".ToCharArray())
        .ArrayOf(SecretLength)
        .Select(letters => new string(letters));

    private static readonly Arbitrary<(string Text, string Secret)> Texts = Arb.From(
        from secret in Secrets
        from place in Gen.Elements(Places)
        from before in Gen.Elements("", "seen: ", "nginx said \"", "x ", "ü ")
        from after in Gen.Elements("", "\n", "\r\nHost: x", " and more", "\"", ".", ", why?")
        select (before + place.Replace("$", secret) + after, secret));

    [Fact]
    public void No_secret_survives_in_a_text()
        => Prop.ForAll(Texts, each => !SecretMask.Apply(each.Text).Contains(each.Secret)).Check(Quickly);

    [Fact]
    public void Masking_twice_changes_nothing()
        => Prop.ForAll(Texts, each => SecretMask.Apply(SecretMask.Apply(each.Text)) == SecretMask.Apply(each.Text))
            .Check(Quickly);

    [Fact]
    public void No_secret_survives_in_any_face_of_a_diagnosis()
        => Prop.ForAll(
                Texts, each => Array.TrueForAll(Faces(Everywhere(each.Text)), face => !face.Contains(each.Secret)))
            .Check(Quickly);

    [Theory]
    [InlineData("connect() failed (111: Connection refused) while connecting to upstream")]
    [InlineData("session-store:6379 refused; token-service: refused; auth.example:443 is well")]
    [InlineData("status=502 code=502 upstream=10.0.0.12:8080 keepalive_timeout=75s")]
    [InlineData("mailto:ops@shop.example, ops@shop.example")]
    [InlineData("WWW-Authenticate: Basic realm=\"shop\"; basic authentication is wanted")]
    [InlineData("weir diagnose https://shop.example/ --header 'Cookie: …' with the cookies copied")]
    [InlineData("unix:/run/php-session.sock: No such file; monkey=1, keyword=2")]
    [InlineData("Cookies: 3 of 4 requests")]
    public void Harmless_text_stays(string text) => Assert.Equal(text, SecretMask.Apply(text));

    [Theory]
    [InlineData("http://ann:pw@shop.example/?token=abc&x=1", "http://MASKED@shop.example/?token=MASKED&x=1")]
    [InlineData("curl -H 'Cookie: a=b' http://x/ failed", "curl -H 'Cookie: MASKED' http://x/ failed")]
    [InlineData("Cookie: a=b\r\nHost: x", "Cookie: MASKED\r\nHost: x")]
    [InlineData("Bearer abcdefgh was refused", "Bearer MASKED was refused")]
    public void What_is_around_a_secret_stays(string text, string masked)
        => Assert.Equal(masked, SecretMask.Apply(text));

    [Fact]
    public void Values_behind_secret_names_are_masked_in_data_and_counts_are_not()
    {
        var data = new JsonObject
        {
            ["Set-Cookie"] = new JsonArray("sid=1", "b=2"),
            ["cookies"] = 2,
            ["fields"] = new JsonArray(new JsonObject { ["name"] = "Authorization", ["value"] = "Basic x" }),
            ["session"] = true,
            ["nothing"] = null,
        };
        Assert.Equal(
            """{"Set-Cookie":["MASKED","MASKED"],"cookies":2,"fields":[{"name":"Authorization","value":"MASKED"}],"""
            + "\"session\":true,\"nothing\":null}",
            SecretMask.Apply(data, longest: 100).ToJsonString());
    }

    [Theory, MemberData(nameof(KnowledgeFiles))]
    public void The_knowledge_is_not_mistaken_for_a_secret(string file)
    {
        var text = File.ReadAllText(Repository.At("causes", file));
        Assert.Equal(text, SecretMask.Apply(text));
    }

    public static TheoryData<string> KnowledgeFiles
        => [.. Directory.GetFiles(Repository.At("causes"), "*.*.md").Select(path => Path.GetFileName(path)).Order()];

    private static Config Quickly { get; } = Config.QuickThrowOnFailure.WithMaxTest(600);

    private static string[] Faces(Diagnosed diagnosis) =>
    [
        TextReport.Of(diagnosis, TextStyle.Plain with { Width = 120 }, Detail.Verbose),
        TextReport.Of(diagnosis, TextStyle.Plain, Detail.Usual),
        TextReport.Of(diagnosis, TextStyle.Plain, Detail.Quiet),
        MarkdownReport.Of(diagnosis),
        JsonReport.Of(diagnosis),
    ];

    private static Diagnosed Everywhere(string text) => Samples.Refused with
    {
        Target = text,
        AnsweredBy = new(text, text, text, true),
        Failures = [new(Failure.ConnectRefused, text, text, 1, 2)],
        Causes =
        [
            Samples.Refused.Causes[0] with
            {
                Title = text, Summary = text, VisitorRemedies = [text], AdminRemedies = [text],
            },
        ],
        Evidence = [Samples.Refused.Evidence[1] with { Hop = text, Says = text, Data = new() { [text] = text } }],
        Skipped = [new(text, text, text)],
        Next = [text],
        Steps = [new(text, null, text)],
        Contacts = [text],
        Path = [new(text, text, Weir.Diagnosis.LinkState.Well), new(text, text, Weir.Diagnosis.LinkState.Broken)],
        Redirects = [text],
    };
}
