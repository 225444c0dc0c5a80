namespace Weir.Configurations;

/// <summary>What stands at a path.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A regular file, or a link to one.</summary>
    File,

    /// <summary>A folder, or a link to one.</summary>
    Folder,

    /// <summary>A device, pipe or socket: reading it could wait for ever, or change something.</summary>
    Special,

    /// <summary>This user may not look.</summary>
    Unknown,
}
