using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    // A script writes what it likes, also what looks like another phrase, so these are tried first.
    private static Phrase[] StderrRows() =>
    [
        Tells("FastCGI sent in stderr … SQLSTATE[", "The script complains of its database.",
            Observable.DatabaseComplaint),
        Tells("FastCGI sent in stderr … too many clients already", "The script got no connection of PostgreSQL: "
            + "none is left.", Observable.DatabaseComplaint, Observable.DatabaseAtLimit),
        Tells("FastCGI sent in stderr … Too many connections", "The script got no connection of MySQL: none is left.",
            Observable.DatabaseComplaint, Observable.DatabaseAtLimit),
        Tells("FastCGI sent in stderr … pg_connect(", "The script cannot connect to its database.",
            Observable.DatabaseComplaint),
        Tells("FastCGI sent in stderr … mysqli", "The script complains of its database.",
            Observable.DatabaseComplaint),
        Tells("FastCGI sent in stderr … No space left on device", "The script cannot write: the disk is full.",
            Observable.DiskFull),
        Tells("FastCGI sent in stderr … PHP Fatal error", "The script died of an error; the visitor mostly gets a 500.",
            Observable.CrashInLog),
        Tells("FastCGI sent in stderr … Uncaught ", "The script died of an exception; the visitor mostly gets a 500.",
            Observable.CrashInLog),
        Passes("FastCGI sent in stderr … Primary script unknown", "php-fpm does not find the file of SCRIPT_FILENAME "
            + "and answers 404."),
        Passes("FastCGI sent in stderr", "The script wrote a remark to its standard error."),
    ];

    private static Phrase[] AnswerRows() =>
    [
        Fails("upstream sent too big header", Failure.HeadersTooLarge, "The head of the answer does not fit "
            + "proxy_buffer_size (4 or 8 KiB by default): usually cookies.", Observable.LargeHead),
        Fails("upstream sent invalid chunked response", Failure.ChunkMalformed, "The chunked body is invalid; the "
            + "visitor got a part of it."),
        Fails("upstream sent unknown \"Transfer-Encoding\"", Failure.ChunkMalformed, "The answer has a transfer coding "
            + "that nginx does not know."),
        Fails("upstream sent \"Content-Length\" and \"Transfer-Encoding\"", Failure.HeadersMalformed, "The answer "
            + "states its length in two ways that contradict each other."),
        Fails("upstream sent duplicate header line", Failure.HeadersMalformed, "The answer has a header twice that may "
            + "stand only once."),
        Fails("upstream sent no valid HTTP/1.0 header", Failure.HeadersMalformed, "The answer is not HTTP; nginx "
            + "passes it on as HTTP/0.9, with status 009 in the access log."),
        Passes("upstream sent more data than specified", "The answer is longer than it said; the rest was dropped."),
        Fails("upstream rejected request with error 7", Failure.StreamRefused, "The server refused the stream before "
            + "it did anything (REFUSED_STREAM, RFC 9113 section 7)."),
        Fails("upstream rejected request with error ", Failure.ResetBeforeHeaders, "The server reset the stream."),
        Fails("upstream sent goaway", Failure.StreamRefused, "The server is closing the connection (GOAWAY)."),
        Fails("upstream sent … http2", Failure.HeadersMalformed, "What the server sent is not valid HTTP/2.",
            Observable.ProtocolMixedUp),
        Fails("upstream sent … frame", Failure.HeadersMalformed, "What the server sent is not valid HTTP/2.",
            Observable.ProtocolMixedUp),
    ];

    private static Phrase[] FastCgiRows() =>
    [
        Fails("upstream sent unsupported FastCGI protocol version", Failure.HeadersMalformed, "The server does not "
            + "speak FastCGI (72 is the H of HTTP).", Observable.ProtocolMixedUp),
        Fails("unsupported FastCGI protocol version", Failure.HeadersMalformed, "The server does not speak FastCGI.",
            Observable.ProtocolMixedUp),
        Fails("upstream sent unexpected FastCGI record", Failure.HeadersMalformed, "The server does not speak FastCGI "
            + "as it should.", Observable.ProtocolMixedUp),
        Fails("upstream prematurely closed FastCGI stdout", Failure.ClosedBeforeHeaders, "The script ended before it "
            + "had written a complete head.") with { During = [NginxAction.ReadingHeader] },
        Fails("upstream prematurely closed FastCGI", Failure.BodyCutShort, "The script ended in the middle of its "
            + "answer."),
        Fails("upstream closed prematurely FastCGI stdout", Failure.ClosedBeforeHeaders, "The script ended before it "
            + "had written a complete head."),
    ];

    // Particular complaints of a head stand above; these are the ends of connections, and any other complaint.
    private static Phrase[] EndRows() =>
    [
        Fails("upstream prematurely closed connection", Failure.BodyCutShort, "The server closed in the middle of the "
            + "body; the visitor got a part of it.") with { During = NginxAction.AfterHead },
        Passes("upstream prematurely closed connection", "An upgraded connection (WebSocket) was closed.")
            with { During = [NginxAction.Upgraded] },
        Fails("upstream prematurely closed connection", Failure.ClosedBeforeHeaders, "The server closed the connection "
            + "before its answer began or its head was complete."),
        Passes("… () failed (", "A connection of a WebSocket or a stream broke.")
            with { During = [NginxAction.Upgraded], Numbers = [Errno.ConnectionReset, Errno.BrokenPipe] },
        Ends("recv() failed (", Failure.ResetBeforeHeaders, "The server reset the connection before it had answered.",
            Errno.ConnectionReset),
        Ends("send() failed (", Failure.ResetBeforeHeaders, "The server reset the connection while the request was "
            + "sent.", Errno.ConnectionReset),
        Ends("… v() failed (", Failure.ResetBeforeHeaders, "The server reset the connection before it had answered.",
            Errno.ConnectionReset),
        Ends("… () failed (", Failure.ClosedBeforeHeaders, "The server closed while the request was still being sent.",
            Errno.BrokenPipe),
        Ends("… () failed (", Failure.HeadersTimeout, "The kernel gave up on the connection: the server's host fell "
            + "silent.", Errno.TimedOut),
        Ends("… () failed (", Failure.ConnectUnreachable, "The server's host became unreachable.",
            Errno.HostUnreachable),
        Fails("… () failed (", Failure.BodyCutShort, "The connection to the server broke in the middle of the body.")
            with { During = [NginxAction.ReadingBody], Numbers = [Errno.ConnectionReset, Errno.TimedOut] },
        Passes("… () failed (", "The visitor left while the answer was being sent.")
            with { During = [NginxAction.SendingToClient], Numbers = [Errno.ConnectionReset, Errno.BrokenPipe] },
        Fails("upstream sent invalid", Failure.HeadersMalformed, "What the server sent is not a valid HTTP head."),
        Fails("upstream sent unexpected", Failure.HeadersMalformed, "What the server sent is not a valid answer."),
        Fails("upstream sent no ", Failure.HeadersMalformed, "The answer lacks what it must have."),
        Fails("upstream sent unsupported", Failure.HeadersMalformed, "What the server sent is not a valid answer."),
    ];

    private static Phrase Ends(string words, Failure failure, string meaning, int number)
        => Fails(words, failure, meaning) with { During = NginxAction.BeforeHead, Numbers = [number] };
}
