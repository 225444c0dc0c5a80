namespace Weir.Probing.Databases;

/// <summary>How a database greets somebody who does not log in.</summary>
public enum DatabaseAnswer
{
    /// <summary>It takes connections.</summary>
    Alive,

    /// <summary>It has no connection left.</summary>
    Full,

    /// <summary>It is starting or stopping.</summary>
    NotReady,

    /// <summary>Nothing listens there, or it refuses.</summary>
    Refused,

    /// <summary>It does not answer.</summary>
    Silent,

    /// <summary>It answers in a way that is not known.</summary>
    Unknown,
}
