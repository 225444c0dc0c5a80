using Weir.Diagnosis;
using Weir.Logs.Applications;
using Weir.Tests.Kit;

namespace Weir.Tests.Logs;

public sealed class RecentApplicationLogTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero); // 10:00 of the corpus

    [Fact]
    public void Php_fpm_tells_that_its_workers_are_busy_and_die()
    {
        var log = Read("php-fpm.log", Ten.AddMinutes(-1));
        Assert.Equal(ApplicationDialect.PhpFpm, log.Dialect);
        Assert.True(log.Answers[Observable.WorkersBusy]);
        Assert.True(log.Answers[Observable.WorkerKilledForTime]);
        Assert.True(log.Answers[Observable.CrashInLog]);
        Assert.Equal(2, log.Log.Unparsed); // the inner lines of a stack
    }

    [Fact]
    public void A_kill_after_its_own_time_out_is_not_taken_for_the_kernels()
    {
        var log = Read("gunicorn.log", Ten.AddMinutes(-1));
        Assert.Equal(ApplicationDialect.Gunicorn, log.Dialect);
        Assert.Contains(log.Phrases, each => each.Phrase == GunicornPhrases.TimedOut);
        Assert.DoesNotContain(log.Phrases, each => each.Phrase == GunicornPhrases.Killed);
    }

    [Fact]
    public void A_kill_without_a_time_out_is_told()
        => Assert.Contains(
            Read("gunicorn.log", Ten.AddSeconds(31)).Phrases, each => each.Phrase == GunicornPhrases.Killed);

    private static RecentApplicationLog Read(string name, DateTimeOffset since) => RecentApplicationLog.Read(
        Repository.At("tests", "Weir.Tests", "Logs", "Corpus", "applications", name), since, Ten.AddMinutes(5),
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test"),
        TestContext.Current.CancellationToken);
}
