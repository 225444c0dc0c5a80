using Weir.Host;
using Weir.Tests.Kit;

namespace Weir.Tests.Host;

public sealed class SecurityModulesTests
{
    public SecurityModulesTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has them.");

    [Theory]
    [InlineData("1", SecurityState.Enforcing)]
    [InlineData("0", SecurityState.Permissive)]
    [InlineData("?", SecurityState.Unknown)]
    public void SELinux_tells_whether_it_enforces(string enforce, SecurityState state)
    {
        using var host = new CapturedHost().With("/sys/fs/selinux/enforce", enforce);
        Assert.Equal(new SecurityModules(state, SecurityState.Absent), SecurityModules.Read(host.Root));
    }

    [Theory]
    [InlineData("Y\n", "/usr/sbin/nginx (enforce)\n", SecurityState.Enforcing)]
    [InlineData("Y\n", "/usr/sbin/nginx (complain)\n", SecurityState.Permissive)]
    [InlineData("Y\n", "", SecurityState.Absent)]
    [InlineData("Y\n", null, SecurityState.Unknown)]
    [InlineData("N\n", "", SecurityState.Absent)]
    public void AppArmor_enforces_where_a_profile_does(string enabled, string? profiles, SecurityState state)
    {
        using var host = new CapturedHost().With("/sys/module/apparmor/parameters/enabled", enabled);
        if (profiles is not null)
        {
            host.With("/sys/kernel/security/apparmor/profiles", profiles);
        }

        Assert.Equal(new SecurityModules(SecurityState.Absent, state), SecurityModules.Read(host.Root));
    }
}
