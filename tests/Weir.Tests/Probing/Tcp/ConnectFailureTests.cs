using System.Net.Sockets;
using Weir.Probing.Tcp;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

public sealed class ConnectFailureTests
{
    private static readonly IcmpError HostProhibited = new(AddressFamily.InterNetwork, 3, 10, null, 113);
    private static readonly IcmpError AdminProhibitedV6 = new(AddressFamily.InterNetworkV6, 1, 1, null, 13);
    private static readonly IcmpError HostUnreachable = new(AddressFamily.InterNetwork, 3, 1, null, 113);

    [Theory]
    [InlineData(null, Failure.ConnectTimeout)]
    [InlineData(0, null)]
    [InlineData(Errno.ECONNREFUSED, Failure.ConnectRefused)]
    [InlineData(Errno.ETIMEDOUT, Failure.ConnectTimeout)]
    [InlineData(Errno.ENETUNREACH, Failure.ConnectUnreachable)]
    [InlineData(Errno.EHOSTUNREACH, Failure.ConnectUnreachable)]
    [InlineData(Errno.ENETDOWN, Failure.ConnectUnreachable)]
    [InlineData(Errno.EHOSTDOWN, Failure.ConnectUnreachable)]
    [InlineData(Errno.ENONET, Failure.ConnectUnreachable)]
    [InlineData(Errno.EINVAL, Failure.ConnectUnreachable)]
    [InlineData(Errno.ENOPROTOOPT, Failure.ConnectUnreachable)]
    [InlineData(Errno.EOPNOTSUPP, Failure.ConnectUnreachable)]
    [InlineData(Errno.EAFNOSUPPORT, Failure.ConnectUnreachable)]
    [InlineData(Errno.EACCES, Failure.ConnectDenied)]
    [InlineData(Errno.EPERM, Failure.ConnectDenied)]
    [InlineData(Errno.EADDRNOTAVAIL, Failure.ConnectExhausted)]
    [InlineData(Errno.EADDRINUSE, Failure.ConnectExhausted)]
    [InlineData(Errno.EAGAIN, Failure.ConnectExhausted)]
    [InlineData(Errno.EMFILE, Failure.ConnectExhausted)]
    [InlineData(Errno.ENFILE, Failure.ConnectExhausted)]
    [InlineData(Errno.ENOBUFS, Failure.ConnectExhausted)]
    [InlineData(Errno.ECONNRESET, Failure.ResetBeforeHeaders)]
    [InlineData(9999, Failure.GatewayFault)]
    public void An_errno_of_an_address_has_one_failure(int? errno, Failure? failure)
        => Assert.Equal(failure, ConnectFailure.Of(errno, unix: false, icmp: null));

    [Theory]
    [InlineData(0, null)]
    [InlineData(Errno.ENOENT, Failure.ConnectDenied)]
    [InlineData(Errno.ENOTDIR, Failure.ConnectDenied)]
    [InlineData(Errno.EACCES, Failure.ConnectDenied)]
    [InlineData(Errno.EPERM, Failure.ConnectDenied)]
    [InlineData(Errno.EPROTOTYPE, Failure.ConnectDenied)]
    [InlineData(Errno.ECONNREFUSED, Failure.ConnectRefused)]
    [InlineData(Errno.EAGAIN, Failure.LimitReached)]
    [InlineData(Errno.EMFILE, Failure.ConnectExhausted)]
    public void An_errno_of_a_unix_socket_has_one_failure(int? errno, Failure? failure)
        => Assert.Equal(failure, ConnectFailure.Of(errno, unix: true, icmp: null));

    [Fact]
    public void Only_the_ICMP_error_tells_prohibited_from_unreachable_and_from_denied()
    {
        Assert.Equal(Failure.ConnectProhibited, ConnectFailure.Of(Errno.EHOSTUNREACH, unix: false, HostProhibited));
        Assert.Equal(Failure.ConnectUnreachable, ConnectFailure.Of(Errno.EHOSTUNREACH, unix: false, HostUnreachable));
        Assert.Equal(Failure.ConnectProhibited, ConnectFailure.Of(Errno.EACCES, unix: false, AdminProhibitedV6));
    }

    [Fact]
    public void Every_errno_of_the_list_has_a_failure_but_those_that_no_attempt_ends_with()
    {
        int[] never = [Errno.EINTR, Errno.EALREADY, Errno.EINPROGRESS];
        int[] unixOnly = [Errno.ENOENT, Errno.ENOTDIR, Errno.ELOOP, Errno.ENAMETOOLONG, Errno.EPROTOTYPE];

        var unnamed = Errno.All.Where(errno => ConnectFailure.Of(errno, false, null) == Failure.GatewayFault);

        Assert.Equal(never.Concat(unixOnly).Order(), unnamed.Order());
    }

    [Fact]
    public void Names_of_errors_are_symbolic()
    {
        Assert.Equal("ECONNREFUSED", Errno.NameOf(111));
        Assert.Equal("errno 9999", Errno.NameOf(9999));
        Assert.Equal("host administratively prohibited", HostProhibited.Name);
        Assert.Equal("administratively prohibited", AdminProhibitedV6.Name);
    }

    [Fact]
    public void Every_platform_error_has_an_errno()
        => Assert.All(Enum.GetValues<SocketError>(), error => Assert.InRange(SocketErrors.ToErrno(error), 0, 133));
}
