using System.Text;
using Weir.Probing.Databases;

namespace Weir.Tests.Probing.Databases;

/// <summary>Greetings of databases, as they come over the wire.</summary>
public sealed class DatabaseProbeTests
{
    [Theory]
    [InlineData(5432, "E\0\0\0dSFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0", "Full")]
    [InlineData(5432, "E\0\0\0dSFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0", "NotReady")]
    [InlineData(5432, "E\0\0\0dSFATAL\0VFATAL\0C28000\0Mrole \"weir\" does not exist\0\0", "Alive")]
    [InlineData(5432, "R\0\0\0\u0008\0\0\0\0", "Alive")]
    [InlineData(3306, "\u0017\0\0\0\u00ff\u0010\u0004Too many connections", "Full")]
    [InlineData(3306, "J\0\0\0\u000a8.0.36\0", "Alive")]
    [InlineData(6379, "+PONG\r\n", "Alive")]
    [InlineData(6379, "-NOAUTH Authentication required.\r\n", "Alive")]
    [InlineData(6379, "-ERR max number of clients reached\r\n", "Full")]
    [InlineData(5432, "", "Unknown")]
    [InlineData(5432, "HTTP/1.1 400 Bad Request\r\n", "Unknown")]
    public void A_greeting_tells_how_the_database_is(int port, string greeting, string expected)
        => Assert.Equal(expected, DatabaseProbe.Read(port, Encoding.Latin1.GetBytes(greeting)).ToString());
}
