namespace Weir.Knowledge;

/// <summary>The sections of a cause's file, in their order; the kebab spelling with blanks is the heading.</summary>
internal enum CauseSection
{
    /// <summary>The paragraphs between the title and the first heading.</summary>
    Explanation,

    /// <summary>Failures with percentages.</summary>
    ShowsAs,

    /// <summary>Observables with percentages.</summary>
    Signs,

    /// <summary>Causes with percentages.</summary>
    BringsAbout,

    /// <summary>Causes with the separating observable.</summary>
    ConfusedWith,

    /// <summary>What the visitor can do.</summary>
    ForTheVisitor,

    /// <summary>What the administrator can do, with a subsection a product.</summary>
    ForTheAdministrator,
}
