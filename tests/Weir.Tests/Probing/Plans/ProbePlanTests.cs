using System.Net;
using Weir.Probing;
using Weir.Probing.Checks;
using Weir.Probing.Dns;
using Weir.Probing.Local;
using Weir.Probing.Tcp;

namespace Weir.Tests.Probing.Plans;

public sealed class ProbePlanTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly IPEndPoint Site = new(IPAddress.Parse("10.213.0.2"), 8080);

    [Fact]
    public void An_address_needs_no_name_server()
        => Assert.DoesNotContain(
            ProbePlan.Next(Begin("http://10.213.0.2:8080/")), check => check is NameAsk or SystemNames);

    [Fact]
    public void A_public_name_is_asked_of_others_and_a_private_one_is_not()
    {
        Assert.Contains(Public("http://shop.com/"), check => check.Question.Type == RecordType.Aaaa);
        Assert.Empty(Public("http://shop.test/"));
        Assert.Empty(Public("http://localhost/"));

        static IEnumerable<NameAsk> Public(string url) => ProbePlan.Next(Begin(url)).OfType<NameAsk>()
            .Where(each => each.Server.Role == NameServerRole.Public);
    }

    [Fact]
    public void The_first_request_goes_to_every_address_and_the_others_wait_for_it()
    {
        var samples = ProbePlan.Next(Begin("http://10.213.0.2:8080/")).OfType<Sample>().ToList();
        Assert.Equal(new Sample(Parse("http://10.213.0.2:8080/"), Site, Variation.AsAsked, 0), Assert.Single(samples));
    }

    [Fact]
    public void Silence_of_half_a_second_is_looked_into()
    {
        var observed = Begin("http://10.213.0.2:8080/")
            .With(new LocalLook(), Local())
            .With(new Wait(TimeSpan.FromSeconds(0.5)), new Waited(Now, TimeSpan.FromSeconds(0.5)));
        var next = ProbePlan.Next(observed).ToList();
        Assert.Contains(new Attempts(Site), next);
        Assert.Contains(new OtherPorts(Site), next);
        Assert.Contains(new Trace(Site), next);
        Assert.DoesNotContain(next, check => check is OwnListeners);
    }

    [Fact]
    public void A_refusal_on_this_machine_asks_the_machine_who_listens()
    {
        var own = new IPEndPoint(IPAddress.Loopback, 9);
        var next = ProbePlan.Next(Refused("http://127.0.0.1:9/", own)).ToList();
        Assert.Contains(new OwnListeners(own), next);
        Assert.DoesNotContain(next, check => check is Trace or RouterLook or WellKnownSite);
    }

    [Fact]
    public void Of_a_private_address_the_internet_is_not_asked()
        => Assert.DoesNotContain(
            ProbePlan.Next(Refused("http://10.213.0.2:8080/", Site)), check => check is RouterLook or WellKnownSite);

    [Fact]
    public void Of_a_public_address_that_cannot_be_reached_it_is()
    {
        var site = new IPEndPoint(IPAddress.Parse("93.184.216.34"), 80);
        Assert.Contains(ProbePlan.Next(Refused("http://93.184.216.34/", site)), check => check is WellKnownSite);
    }

    [Fact]
    public void The_plan_is_pure()
    {
        var observed = Refused("http://10.213.0.2:8080/", Site);
        Assert.Equal(ProbePlan.Next(observed), ProbePlan.Next(observed));
    }

    private static Observed Refused(string url, IPEndPoint endpoint)
    {
        var sample = new Sample(Parse(url), endpoint, Variation.AsAsked, 0);
        var attempt = new ConnectAttempt(endpoint, Now, TimeSpan.FromMilliseconds(1), Errno.ECONNREFUSED);
        return Begin(url)
            .With(new LocalLook(), Local())
            .With(sample, new Reached(Now, attempt.Took, sample, attempt))
            .With(sample, new Sampled(sample, Now, attempt.Took, attempt, null, null));
    }

    private static LocalSeen Local() => new(Now, TimeSpan.Zero, LocalNetwork.Read(_ => null));

    private static Observed Begin(string url) => Observed.Nothing(Parse(url), new ProbeOptions());

    private static Target Parse(string url)
    {
        Assert.True(Target.TryParse(url, out var target, out var problem), problem);
        return target!;
    }
}
