using System.Collections.Immutable;
using Weir.Diagnosis;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Applications;

/// <summary>How an application complains of its database, whatever it is written in.</summary>
internal static class DatabasePhrases
{
    public static readonly ImmutableArray<Phrase> Rows =
    [
        Limit("… Too many connections", "MySQL has no connection left (max_connections)."),
        Limit("… too many clients already", "PostgreSQL has no connection left (max_connections)."),
        Limit("… remaining connection slots are reserved", "PostgreSQL has no connection left but those of its "
            + "administrator."),
        Complaint("… QueuePool limit of size", "The application's own pool of database connections is empty."),
        Complaint("… Connection is not available, request timed out", "The application's own pool of database "
            + "connections is empty."),
        Complaint("… SQLSTATE[", "The database refused or failed."),
        Complaint("… MySQL server has gone away", "The database closed the connection."),
        Complaint("… could not connect to server", "PostgreSQL cannot be reached."),
        Complaint("… OperationalError", "The database cannot be reached or failed."),
    ];

    private static Phrase Complaint(string words, string meaning)
        => Tells(words, meaning, Observable.DatabaseComplaint);

    private static Phrase Limit(string words, string meaning)
        => Tells(words, meaning, Observable.DatabaseComplaint, Observable.DatabaseAtLimit);
}
