namespace Weir.Lab.Gateways;

/// <summary>Makes the folder in which a gateway lives.</summary>
internal static class GatewayFolder
{
    /// <summary>A new temporary folder with the configuration in it; its path.</summary>
    public static async Task<string> WithAsync(string file, string configuration, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("weir-lab-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file), configuration, stop).ConfigureAwait(false);
        return folder;
    }
}
