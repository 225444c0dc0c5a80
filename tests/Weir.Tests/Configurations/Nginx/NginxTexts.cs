using Weir.Configurations;
using Weir.Configurations.Nginx;

namespace Weir.Tests.Configurations.Nginx;

/// <summary>A folder of configuration files for a test; deleted at its end.</summary>
internal sealed class NginxTexts : IDisposable
{
    /// <summary>Makes a folder with files: name and text.</summary>
    public NginxTexts(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("weir-nginx-").FullName;

    /// <summary>Reads <c>nginx.conf</c> in it.</summary>
    public GatewayConfiguration Read(NginxVersion? version = null)
        => NginxConfiguration.Read(new ConfigurationFiles(), new()
        {
            Version = version ?? new(1, 22, 1),
            Prefix = Folder,
            ConfigurationPath = Path.Combine(Folder, "nginx.conf"),
        });

    /// <summary>Reads one text as <c>nginx.conf</c>.</summary>
    public static GatewayModel Model(string text, NginxVersion? version = null)
    {
        using var texts = new NginxTexts(("nginx.conf", text));
        return texts.Read(version).Model;
    }

    /// <summary>Reads one text as the inside of <c>http</c>.</summary>
    public static GatewayModel Http(string text, NginxVersion? version = null)
        => Model($"http {{\n{text}\n}}", version);

    /// <summary>Problems as <c>LINE: MESSAGE</c>.</summary>
    public static IEnumerable<string> Problems(GatewayModel model)
        => model.Problems.Select(each => $"{each.At?.Line}: {each.Message}");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
