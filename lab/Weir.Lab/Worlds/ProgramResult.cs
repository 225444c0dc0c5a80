namespace Weir.Lab.Worlds;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">Its exit code; 128 and more is a signal.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
public sealed record ProgramResult(int ExitCode, string Output, string Errors);
