using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host.Journal;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Journal;

public sealed class JournalTests
{
    /// <summary>In the format of <c>journalctl -o export</c>, with few fields.</summary>
    private static readonly byte[] Export = Encoding.UTF8.GetBytes(
        File.ReadAllText(Repository.At("tests", "Weir.Tests", "Host", "Captured", "journal-export.txt")));

    [Fact]
    public void Entries_have_time_and_fields()
    {
        var entries = JournalExport.Parse(Export);

        Assert.Equal(8, entries.Count);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), entries[0].At);
        Assert.Equal("killed", entries[0]["EXIT_CODE"]);
        Assert.Equal("", entries[0]["NO_SUCH"]);
    }

    [Fact]
    public void What_systemd_says_of_units_becomes_events()
    {
        var events = UnitEvents.Of(JournalExport.Parse(Export));

        Assert.Equal(
            [
                UnitEventKind.Exited, UnitEventKind.OutOfMemory, UnitEventKind.Failed, UnitEventKind.RestartScheduled,
                UnitEventKind.Started, UnitEventKind.TimedOut, UnitEventKind.GivenUp,
            ],
            events.Select(one => one.Kind));
        Assert.All(events, one => Assert.Equal("app.service", one.Unit));
        Assert.Equal(("killed", 9), (events[0].Code, events[0].Status));
        Assert.Equal("oom-kill", events[2].Result);
        Assert.Equal(4, events[3].Restarts);
    }

    [Fact]
    public void A_value_with_line_breaks_follows_its_length()
    {
        byte[] export =
        [
            .. "__REALTIME_TIMESTAMP=1000000\nMESSAGE\n"u8, 3, 0, 0, 0, 0, 0, 0, 0, .. "a\nb\nX=1\n\n"u8,
        ];

        var entry = Assert.Single(JournalExport.Parse(export));

        Assert.Equal(("a\nb", "1"), (entry["MESSAGE"], entry["X"]));
    }

    [Fact]
    public void A_length_that_lies_ends_the_reading()
    {
        byte[] export =
        [
            .. "__REALTIME_TIMESTAMP=1000000\nA=1\n\nMESSAGE\n"u8, 255, 255, 255, 255, 255, 255, 255, 255, .. "a\n"u8,
        ];

        Assert.Single(JournalExport.Parse(export));
    }

    [Fact]
    public void States_of_units_are_read_with_those_not_found()
    {
        var states = UnitState.Parse("""
            MainPID=0
            NRestarts=5
            ExecMainStatus=9
            Result=oom-kill
            Id=app.service
            LoadState=loaded
            ActiveState=activating
            SubState=auto-restart
            ActiveEnterTimestampMonotonic=90500000

            Id=gone.service
            LoadState=not-found
            ActiveState=inactive
            SubState=dead
            ActiveEnterTimestampMonotonic=0
            """);

        Assert.Equal(
            new UnitState(
                "app.service", "loaded", "activating", "auto-restart", "oom-kill", 0, 9, 5,
                TimeSpan.FromSeconds(90.5)),
            states[0]);
        Assert.Equal(("not-found", null), (states[1].Load, states[1].ActiveSince));
    }

    [Fact]
    public void Without_systemd_the_reason_is_told_and_nothing_is_claimed()
    {
        Assert.SkipWhen(Directory.Exists("/run/systemd/system"), "systemd runs here.");

        var units = UnitState.Read(["app.service"]);

        Assert.NotNull(units.Missing);
        Assert.NotEqual("", units.Missing.Why);
    }

    [Fact]
    public void The_journal_of_this_machine_is_read_or_the_reason_is_told()
    {
        var units = JournalReader.ReadUnits(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(15));
        Assert.True(units.Missing is null || units.Missing.Why.Length > 0);
    }

    [Fact]
    public void Whatever_arrives_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<byte[]?, string?, int>((bytes, text, at) =>
        {
            var cut = (int)((uint)at % (uint)Export.Length);
            UnitEvents.Of(JournalExport.Parse([.. Export.AsSpan(0, cut), .. bytes ?? [], .. Export.AsSpan(cut)]));
            UnitState.Parse("Id=" + text);
            return true;
        }));
}
