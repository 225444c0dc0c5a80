using FsCheck;
using FsCheck.Fluent;
using Weir.Host;
using Weir.Host.Load;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Load;

public sealed class HostLoadTests
{
    public HostLoadTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these files.");

    [Fact]
    public void Pressure_has_some_and_full()
    {
        var pressure = Pressure.Parse(
            "some avg10=12.50 avg60=3.00 avg300=0.51 total=1500000\nfull avg10=1.00 avg60=0.00 avg300=0.00 total=7\n")!;

        Assert.Equal(new PressureShare(12.5, 3, 0.51, TimeSpan.FromSeconds(1.5)), pressure.Some);
        Assert.Equal(1, pressure.Full!.Avg10);
        Assert.Null(Pressure.Parse("some avg10=1.00 avg60=1.00 avg300=1.00 total=9\n")!.Full);
        Assert.Null(Pressure.Parse("some avg10=x avg60=1.00 avg300=1.00 total=9\n"));
    }

    [Fact]
    public void Processor_time_counts_as_a_difference()
    {
        var before = ProcessorTimes.Parse("cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 2\ncpu1 1 2\n")!;
        var after = ProcessorTimes.Parse("cpu  130 0 110 730 110 0 0 20 0 0\ncpu0 1 2\ncpu1 1 2\n")!;

        Assert.Equal(2, after.Processors);
        Assert.Equal(new ProcessorShares(0.6, 0.1, 0.2), after.Since(before));
        Assert.Null(after.Since(after));
    }

    [Fact]
    public void Memory_is_in_bytes_and_a_table_of_files_has_a_limit()
    {
        var memory = MemoryUse.Parse("MemTotal: 2048 kB\nMemFree: 1 kB\nMemAvailable: 1024 kB\nSwapTotal: 0 kB\n")!;

        Assert.Equal(new MemoryUse(2_097_152, 1_048_576, 0, 0), memory);
        Assert.Equal(new Filling(1165, 2330), Filling.ParseFiles("1165\t0\t2330\n"));
        Assert.Equal(0.5, Filling.ParseFiles("1165\t0\t2330\n")!.Share);
        Assert.Equal(new LoadAverage(5.98, 7.03, 6.23), LoadAverage.Parse("5.98 7.03 6.23 2/480 12345\n"));
    }

    [Fact]
    public void This_machine_tells_all_that_every_Linux_has()
    {
        var load = HostLoad.Read(NetworkSeat.This);

        Assert.True(load.Times.Value.Total > 0);
        Assert.InRange(load.Use.Value.Available, 1, load.Use.Value.Total);
        Assert.InRange(load.Files.Value.Used, 1, load.Files.Value.Limit);
        Assert.True(load.Average.Value.One >= 0);
    }

    [Fact]
    public void A_machine_without_tracking_or_pressure_says_so()
    {
        using var host = new CapturedHost().With("/proc/loadavg", "0.00 0.00 0.00 1/1 1\n");

        var load = HostLoad.Read(new NetworkSeat(host.Root));

        Assert.Equal(UnreadReason.Absent, load.Conntrack.Missing!.Reason);
        Assert.Equal(UnreadReason.Absent, load.Processor.Missing!.Reason);
        Assert.Equal(0, load.Average.Value.One);
    }

    [Fact]
    public void A_tracking_table_near_its_limit_shows_its_share()
    {
        using var host = new CapturedHost()
            .With("/proc/sys/net/netfilter/nf_conntrack_count", "65000\n")
            .With("/proc/sys/net/netfilter/nf_conntrack_max", "65536\n");

        Assert.InRange(Filling.ReadConntrack(new NetworkSeat(host.Root)).Value.Share, 0.99, 1);
    }

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
        {
            Pressure.Parse("some avg10=1 avg60=1 avg300=1 total=1" + text);
            LoadAverage.Parse(text ?? "");
            ProcessorTimes.Parse("cpu 9223372036854775807 9223372036854775807 1 1 1 1 1 1\n" + text);
            MemoryUse.Parse("MemTotal: 99999999999999999999 kB\n" + text);
            Filling.ParseFiles(text ?? "");
            return true;
        }));
}
