namespace Weir.Configurations;

/// <summary>Whether connections to an upstream are used again.</summary>
/// <param name="IsOn">Null when it hangs on a version or a variable that is not known.</param>
/// <param name="Because">What decides, in a sentence for people.</param>
public sealed record HopKeepAlive(bool? IsOn, string Because);
