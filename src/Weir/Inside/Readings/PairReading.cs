using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Inside.Checks;
using Weir.Probing.Databases;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Inside.Readings;

/// <summary>The pairs of the chain that a person named.</summary>
internal static class PairReading
{
    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => view.Site.Observed.Of<PairSeen>().Select(seen => One(seen, judged));

    private static Finding One(PairSeen seen, JudgedHop? judged)
    {
        var isJudged = judged?.Hop == Hops.Behind(seen.Look.Upstream.Name);
        List<(Observable, bool)> answers = isJudged && seen.Connect is { Connected: false } failed
            ? [.. ConnectReading.Answers(failed)]
            : [];
        if (seen.Database is { } database and not DatabaseAnswer.Unknown)
        {
            answers.Add((Observable.DatabaseAtLimit, database != DatabaseAnswer.Alive));
        }

        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Behind(seen.Look.Upstream.Name),
            At = seen.At,
            Shows = isJudged ? seen.Failure : null,
            Says = $"From {(seen.Look.Seat.Process is null ? "this machine" : "the gateway's seat")}, "
                + $"{seen.Look.Upstream.Name} {Words(seen)}.",
            Answers = [.. answers],
            Data = new JsonObject
            {
                ["endpoint"] = seen.Connect?.EndpointName,
                ["failure"] = seen.Failure?.Id(),
                ["connect_seconds"] = seen.Connect is { } connect ? Probing.Readings.Words.Seconds(connect.Took) : null,
            },
        };
    }

    private static string Words(PairSeen seen) => seen switch
    {
        { Names.Failure: { } nameless } => $"leads nowhere: {nameless.Traits().Meaning.TrimEnd('.')}",
        { Connect: null } => "could not be tried",
        { Connect: { Connected: false } failed } => ConnectWords.Of(failed),
        { Database: { } database, Connect: { } connect } =>
            $"connects within {Probing.Readings.Words.Time(connect.Took)}, and the database {Greeting(database)}",
        { Connect: { } connect } => $"connects within {Probing.Readings.Words.Time(connect.Took)}",
    };

    private static string Greeting(DatabaseAnswer answer) => answer switch
    {
        DatabaseAnswer.Alive => "takes connections",
        DatabaseAnswer.Full => "has no connection left",
        DatabaseAnswer.NotReady => "is starting or stopping",
        DatabaseAnswer.Refused => "refuses",
        DatabaseAnswer.Silent => "says nothing",
        DatabaseAnswer.Unknown => "answers in a way that is not known",
    };
}
