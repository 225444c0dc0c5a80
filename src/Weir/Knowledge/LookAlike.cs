using Weir.Diagnosis;

namespace Weir.Knowledge;

/// <summary>A cause that is easily taken for another.</summary>
/// <param name="Id">The other cause.</param>
/// <param name="Question">The observable that separates the two.</param>
/// <param name="Words">How to read the answer.</param>
public sealed record LookAlike(string Id, Observable Question, string Words);
