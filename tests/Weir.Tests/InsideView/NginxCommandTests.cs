using Weir.Configurations.Nginx;
using Weir.Host.Processes;
using Weir.Inside;

namespace Weir.Tests.InsideView;

/// <summary>Where a running nginx has its configuration, by its command line.</summary>
public sealed class NginxCommandTests
{
    [Theory]
    [InlineData("nginx: master process nginx -g daemon off;", "/etc/nginx/nginx.conf", "/etc/nginx")]
    [InlineData("nginx: master process /usr/sbin/nginx -c /srv/n.conf", "/srv/n.conf", "/etc/nginx")]
    [InlineData("nginx: master process nginx -p /srv -c n.conf", "/srv/n.conf", "/srv")]
    [InlineData("nginx: master process nginx -p work -c conf/n.conf", "/srv/u/work/conf/n.conf", "/srv/u/work")]
    [InlineData("nginx: master process nginx -p /srv", "/srv/nginx.conf", "/srv")]
    public void The_command_line_stands_before_the_build(string title, string file, string prefix)
    {
        var master = new HostProcess(7, 1, "nginx", [title], ProcessState.Sleeping, 0, 1, null);
        var build = NginxCommand.With(new NginxBuild(), master, "/srv/u");
        Assert.Equal((file, prefix), (build.ConfigurationPath, build.Prefix));
    }
}
