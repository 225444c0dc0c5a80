namespace Weir.Diagnosis;

/// <summary>A station of the way from the visitor to the application, for the drawing of the path.</summary>
/// <param name="Name">The station's name, for example <c>you</c>, <c>gateway</c>, <c>upstream</c>.</param>
/// <param name="Detail">An address or software, or empty.</param>
/// <param name="State">How the link that leads to it is.</param>
public sealed record PathStation(string Name, string Detail, LinkState State);
