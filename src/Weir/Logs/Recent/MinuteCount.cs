namespace Weir.Logs.Recent;

/// <summary>What one minute saw.</summary>
/// <param name="At">Its start.</param>
/// <param name="Requests">Requests finished in it.</param>
/// <param name="Errors">Those of them with 5xx.</param>
public sealed record MinuteCount(DateTimeOffset At, long Requests, long Errors);
