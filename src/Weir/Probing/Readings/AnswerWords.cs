using Weir.Probing.Answers;

namespace Weir.Probing.Readings;

/// <summary>Who answered, in words for people.</summary>
internal static class AnswerWords
{
    /// <summary>The status, who handed it over, and who made it.</summary>
    public static string Of(AnswerView answer)
    {
        var status = $"{answer.Page.Status} {answer.Page.Reason}".TrimEnd();
        var time = Words.Time(answer.Sampled.Took);
        if (answer.Answerer is not { } answerer)
        {
            return $"{status} after {time}, from a server that does not say what it is.";
        }

        var name = Name(answerer.Software, answerer.Version);
        var maker = answer.MadeIt switch
        {
            true when answerer.Role is AnswererRole.ApplicationServer or AnswererRole.Framework =>
                ": the application's own error",
            true => ", which made the error itself",
            false when answerer.Writer is { } writer && writer != answerer.Software =>
                $", which passed on what {Name(writer, answerer.WriterVersion)} behind it made",
            false => ", which passed on what its upstream sent",
            null => "; whether it made the error or passed it on cannot be told from the page",
        };
        return $"{status} after {time} from {name}{maker}.";
    }

    /// <summary>A product with its version, where it is known.</summary>
    public static string Name(string software, string? version) => version is null ? software : $"{software} {version}";
}
