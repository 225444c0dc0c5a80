namespace Weir.Lab.Worlds;

/// <summary>An empty folder of a container, in memory: what is written there is gone with the container.</summary>
/// <param name="Path">Where it is; the folder exists on this machine, or is made within another own folder.</param>
/// <param name="Bytes">Its size; writing more than this says that the disk is full.</param>
public sealed record OwnFolder(string Path, long Bytes = OwnFolder.Ample)
{
    /// <summary>Room for logs and a small database, in bytes. Memory is taken only when it is written.</summary>
    public const long Ample = 128L * 1024 * 1024;
}
