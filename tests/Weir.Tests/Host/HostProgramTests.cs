using System.Text;
using Weir.Host;
using Weir.Tests.Kit;

namespace Weir.Tests.Host;

public sealed class HostProgramTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public HostProgramTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these programs.");

    [Fact]
    public void Output_is_given_and_the_environment_is_not()
    {
        Assert.Equal("a b\n", HostProgram.Run("echo", ["a b"], Long, "").Value);
        Assert.Equal(["LC_ALL", "PATH"], HostProgram.Run("env", [], Long, "").Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order());
    }

    [Fact]
    public void A_program_that_is_not_installed_is_named()
    {
        var missing = HostProgram.Run("no-such-program", [], Long, "root").Missing!;
        Assert.Equal((UnreadReason.Absent, "no-such-program"), (missing.Reason, missing.Needs));
    }

    [Fact]
    public void A_program_that_does_not_end_is_killed()
        => Assert.Equal(
            UnreadReason.TimedOut, HostProgram.Run("sleep", ["600"], TimeSpan.FromSeconds(0.2), "").Missing!.Reason);

    [Fact]
    public void A_program_that_prints_without_end_takes_no_memory()
    {
        var missing = HostProgram.Run("head", ["-c", "40000000", "/dev/zero"], Long, "").Missing!;
        Assert.Equal(UnreadReason.Failed, missing.Reason);
    }

    [Fact]
    public void What_a_program_says_when_it_fails_is_kept_in_one_line()
    {
        var missing = HostProgram.Run("sh", ["-c", "echo first >&2; echo second >&2; exit 3"], Long, "").Missing!;
        Assert.Equal((UnreadReason.Failed, "first second"), (missing.Reason, missing.Why));
    }

    [Theory]
    [InlineData("iptables-save", "-c")]
    [InlineData("nft", "-j list ruleset")]
    public void Without_privilege_the_filter_is_forbidden_and_not_empty(string program, string arguments)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give its rights up.");
        Requires.Program("setpriv");
        Requires.Program(program);

        var missing = HostProgram.Run(
            "setpriv", ["--reuid=65534", "--clear-groups", program, .. arguments.Split(' ')], Long, "root").Missing!;

        Assert.Equal((UnreadReason.Forbidden, "root"), (missing.Reason, missing.Needs));
    }

    [Fact]
    public void Bytes_come_as_they_are()
        => Assert.Equal(
            Encoding.Latin1.GetBytes("\u00ff\n"),
            HostProgram.RunBytes("printf", [@"\377\n"], Long, "").Value.ToArray());
}
