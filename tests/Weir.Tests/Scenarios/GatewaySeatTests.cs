using System.Text.Json;
using Weir.Lab.Scenarios;
using Weir.Tests.Kit;

namespace Weir.Tests.Scenarios;

/// <summary>
/// The program itself, run on the gateway's own host, which sees nothing of the application's: what cannot be known
/// from there stays open, and nothing wrong is claimed. The same without root.
/// </summary>
public sealed class GatewaySeatTests(ScenarioCertificates certificates) : IClassFixture<ScenarioCertificates>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>Above this a cause is a claim.</summary>
    private const double Claim = 0.5;

    [Theory]
    [InlineData("nothing-listening")]
    [InlineData("hung-accepts")]
    [InlineData("drop-near")]
    [InlineData("certificate-expired")]
    [InlineData("headers-too-large")]
    [InlineData("name-unknown")]
    public async Task From_the_gateways_host_the_cause_is_named(string name)
    {
        var (scenario, diagnosis) = await DiagnoseAsync(name, user: null);
        var first = diagnosis.GetProperty("causes")[0];
        Assert.Contains(first.GetProperty("id").GetString(), scenario.Causes);
        Assert.StartsWith("gateway->", diagnosis.GetProperty("failures")[0].GetProperty("hop").GetString());
    }

    [Theory]
    [InlineData("nothing-listening")]
    [InlineData("drop-far")]
    [InlineData("reject-reset-far")]
    [InlineData("worker-crash")]
    [InlineData("own-error")]
    [InlineData("disk-full")]
    public async Task Without_root_nothing_wrong_is_claimed_and_what_lacks_is_named(string name)
    {
        var (scenario, diagnosis) = await DiagnoseAsync(name, user: "nobody");
        foreach (var cause in diagnosis.GetProperty("causes").EnumerateArray()
            .Where(each => each.GetProperty("confidence").GetDouble() >= Claim))
        {
            Assert.Contains(cause.GetProperty("id").GetString(), scenario.Causes.Append(Also(name)));
        }

        Assert.Contains(diagnosis.GetProperty("skipped").EnumerateArray(), each =>
            each.GetProperty("needs").GetString()!.Contains("root", StringComparison.Ordinal));
    }

    // A refusal with a reset is a closed port for everybody who cannot look at the far host.
    private static string Also(string name) => name == "reject-reset-far" ? "upstream.not-listening"
        : name == "disk-full" ? "application.error" : "";

    private async Task<(Scenario Scenario, JsonElement Diagnosis)> DiagnoseAsync(string name, string? user)
    {
        var scenario = ScenarioList.Find(name);
        Requires.NetworkNamespaces();
        foreach (var program in scenario.Programs.Prepend("nginx"))
        {
            Requires.Program(program);
        }

        await using var stage = new ScenarioStage(
            certificates.Made, TimeProvider.System, TestContext.Current.CancellationToken);
        await scenario.Build(stage);
        var weir = Path.Combine(AppContext.BaseDirectory, "weir");
        string[] arguments = ["diagnose", $"http://127.0.0.1{stage.Path}", "--json"];
        var result = user is null
            ? stage.Gateway.Execute(weir, arguments, Limit)
            : stage.Gateway.Execute("setpriv", [$"--reuid={user}", "--clear-groups", "--", weir, .. arguments], Limit);
        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        Assert.True(result.ExitCode == 1, $"{result.ExitCode}: {result.Errors}\n{result.Output}");
        return (scenario, JsonDocument.Parse(result.Output).RootElement);
    }
}
