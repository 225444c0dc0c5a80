using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>What is known of an observable apart from any cause.</summary>
/// <param name="Observable">The observable.</param>
/// <param name="Usually">How likely yes is under a cause that says nothing of it, 0 to 1.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Ask">
/// How a person finds the answer: one command or look, with the placeholders of <see cref="Knowledge.Placeholders"/>.
/// Empty where only Weir can look.
/// </param>
/// <param name="Group">With which others it counts once.</param>
public sealed record ObservableTraits(
    Observable Observable, double Usually, string Question, string Ask = "", Correlation Group = Correlation.None)
{
    /// <summary>The same for all observables of which only one counts.</summary>
    public string CountsAs => Group == Correlation.None ? Spelling.Kebab(Observable) : $"group {Spelling.Kebab(Group)}";
}
