namespace Weir.Configurations;

/// <summary>One thing in a configuration that could not be read or used.</summary>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="Message">What is wrong, in a sentence for people; where the gateway has words for it, they are its
/// own.</param>
/// <param name="At">Where; null where no line is to blame.</param>
public sealed record ConfigurationProblem(ProblemKind Kind, string Message, SourceLine? At)
{
    /// <summary>The place and the message in one line.</summary>
    public override string ToString() => At is { } at ? $"{at}: {Message}" : Message;
}
