using System.Text;

namespace Weir.Probing.Dns;

/// <summary>Turns the RNAME of an SOA record into a mail address.</summary>
public static class SoaContact
{
    /// <summary>
    /// The first label is the mailbox, the rest its domain; a dot within the mailbox is escaped (RFC 1035
    /// section 8): <c>jane\.doe.shop.example</c> is <c>jane.doe@shop.example</c>.
    /// </summary>
    /// <param name="responsible">RNAME in presentation form.</param>
    /// <returns>The address; null where there is no domain, or a byte that no plain address has.</returns>
    public static string? ToMail(string responsible)
    {
        var mailbox = new StringBuilder();
        for (var at = 0; at < responsible.Length; at++)
        {
            switch (responsible[at])
            {
                case '.':
                    return mailbox.Length > 0 ? Join(mailbox.ToString(), responsible[(at + 1)..]) : null;
                case '\\' when at + 1 < responsible.Length && !char.IsAsciiDigit(responsible[at + 1]):
                    at++;
                    mailbox.Append(responsible[at]);
                    break;
                case '\\' or ' ' or '@':
                    return null;
                default:
                    mailbox.Append(responsible[at]);
                    break;
            }
        }

        return null;
    }

    private static string? Join(string mailbox, string domain)
        => domain.Length == 0 || domain.Contains('\\', StringComparison.Ordinal) ? null : $"{mailbox}@{domain}";
}
