namespace Weir.Lab.Faults;

/// <summary>One thing done on the wire; a reply is a few of them in a row.</summary>
internal delegate ValueTask Step(Wire wire, CancellationToken stop);
