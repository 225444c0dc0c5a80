using Weir.Probing.Dns;

namespace Weir.Tests.Probing.Dns;

public sealed class SoaContactTests
{
    [Theory]
    [InlineData("hostmaster.shop.example", "hostmaster@shop.example")]
    [InlineData(@"jane\.doe.shop.example", "jane.doe@shop.example")]
    [InlineData("localhost", null)]
    [InlineData(".", null)]
    [InlineData(@"a\027b.shop.example", null)]
    [InlineData("root@shop.example", null)]
    [InlineData(@"jane.a\.b", null)]
    public void The_first_label_is_the_mailbox(string responsible, string? mail)
        => Assert.Equal(mail, SoaContact.ToMail(responsible));
}
