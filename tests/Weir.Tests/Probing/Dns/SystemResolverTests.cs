using System.Net.Sockets;
using Weir.Probing.Dns;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Dns;

public sealed class SystemResolverTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_hosts_file_is_read()
    {
        var hosts = HostsFile.Parse("""
            127.0.0.1   localhost
            192.0.2.7   shop.example www.shop.example # moved
            # 192.0.2.8 shop.example
            2001:db8::7 Shop.Example
            not-an-address shop.example
            192.0.2.9
            """);

        Assert.Equal(["192.0.2.7", "2001:db8::7"], hosts.Find("shop.example").Select(address => address.ToString()));
        Assert.Equal(3, hosts.Entries.Count);
    }

    [Fact]
    public async Task The_system_knows_localhost()
    {
        var lookup = await Look("localhost");

        Assert.Equal(SystemOutcome.Answered, lookup.Outcome);
        Assert.NotEmpty(lookup.Addresses);
        Assert.NotNull(lookup.Configuration);
        Assert.Null(lookup.ToFailure());
    }

    [Fact]
    public async Task The_files_are_read_from_the_folder_that_is_given()
    {
        var folder = Directory.CreateTempSubdirectory("weir-dns");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "hosts"), "192.0.2.7 localhost", TestContext.Current.CancellationToken);
            var lookup = await new SystemResolver(TimeProvider.System, folder.FullName)
                .LookAsync("localhost", Budget, TestContext.Current.CancellationToken);

            Assert.Equal("192.0.2.7", Assert.Single(lookup.FromHostsFile).ToString());
            Assert.Equal("127.0.0.1", Assert.Single(lookup.Configuration!.NameServers).ToString());
            Assert.Empty(lookup.Skipped);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told()
    {
        var lookup = await new SystemResolver(TimeProvider.System, "/dev/null")
            .LookAsync("localhost", Budget, TestContext.Current.CancellationToken);

        Assert.Null(lookup.Configuration);
        Assert.Equal(2, lookup.Skipped.Count);
    }

    [Fact]
    public async Task A_name_that_is_none_is_not_asked_for()
    {
        var lookup = await Look("shop..example");

        Assert.Equal((SystemOutcome.InvalidName, Failure.NameNotFound), (lookup.Outcome, lookup.ToFailure()));
        Assert.Equal("shop..example has an empty part between two dots", lookup.Detail);
    }

    [Fact]
    public async Task A_spent_budget_is_a_timeout()
    {
        // A name that no file holds, and no time: the system cannot have answered.
        var lookup = await new SystemResolver(TimeProvider.System)
            .LookAsync("weir-budget.invalid", TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal((SystemOutcome.Timeout, Failure.NameTimeout), (lookup.Outcome, lookup.ToFailure()));
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, SystemOutcome.NameNotFound)]
    [InlineData(SocketError.NoData, SystemOutcome.NoData)]
    [InlineData(SocketError.TryAgain, SystemOutcome.TryAgain)]
    [InlineData(SocketError.NoRecovery, SystemOutcome.Failed)]
    public void Every_error_of_the_system_has_its_outcome(SocketError error, SystemOutcome outcome)
        => Assert.Equal(outcome, SystemResolver.Meaning(error).Outcome);

    private static Task<SystemLookup> Look(string name)
        => new SystemResolver(TimeProvider.System).LookAsync(name, Budget, TestContext.Current.CancellationToken);
}
