using Weir.Lab.Faults;

namespace Weir.Tests.Probing.Outside.Visitors;

/// <summary>Whom a visitor can tell.</summary>
public sealed class ContactTests
{
    private static readonly Reply Broken = Reply.Status(
        502, "Bad Gateway", "<p>Sorry. Write to <a href=\"mailto:help@shop.test?subject=502\">us</a>.</p>");

    private static readonly Reply SecurityText = Reply.Ok(
        "# RFC 9116\nContact: mailto:security@shop.test\nContact: https://shop.test/report\n",
        ("Content-Type", "text/plain"));

    [Fact]
    public async Task The_contacts_are_in_the_sites_own_file_and_on_its_error_page()
    {
        await using var server = FaultyServer.Start(
            Script.WhenPath("/.well-known/security.txt", SecurityText, Broken));

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.Equal(
            [
                "mailto:security@shop.test (the site's security.txt)",
                "https://shop.test/report (the site's security.txt)",
                "help@shop.test (on the error page)",
            ],
            told.Contacts);
    }

    [Fact]
    public async Task A_site_that_is_well_is_not_asked_for_its_contacts()
    {
        await using var server = FaultyServer.Start(Reply.Ok());

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.Empty(told.Contacts);
        Assert.DoesNotContain(server.Requests, request => request.Path.Contains("security.txt"));
    }
}
