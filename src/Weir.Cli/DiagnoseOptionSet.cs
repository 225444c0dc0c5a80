using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Weir.Inside;
using Weir.Probing;
using Weir.Probing.Checks;

namespace Weir.Cli;

/// <summary>The options of <c>weir diagnose</c> that say how to look (contract section 2).</summary>
internal sealed class DiagnoseOptionSet
{
    private const int NamePort = 53;
    private const int MostSamples = 100;

    private readonly Option<IPEndPoint[]> resolvers = new("--resolver")
    {
        HelpName = "IP",
        Description = "ask this name server instead of the system's (IP or IP:PORT, repeatable)",
        CustomParser = result =>
            [.. result.Tokens.Select(token => ParseResolver(result, token.Value)).OfType<IPEndPoint>()],
    };

    private readonly Option<int> samples = new("--samples")
    {
        HelpName = "N",
        Description = "how often to ask (6)",
        DefaultValueFactory = _ => 6,
    };

    private readonly Option<string[]> headers = new("--header")
    {
        HelpName = "'N: V'",
        Description = "send this header field too, for example your cookies (repeatable, masked in reports)",
    };

    private readonly Option<string> method = new("--method")
    {
        HelpName = "GET|HEAD",
        Description = "GET (the usual) or HEAD",
        DefaultValueFactory = _ => "GET",
    };

    private readonly Option<DnsEndPoint?> connectTo = new("--connect-to")
    {
        HelpName = "HOST:PORT",
        Description = "this origin, behind a CDN or before a DNS switch",
        CustomParser = ParseHostPort,
    };

    private readonly Option<bool> insecure = new("--insecure")
    {
        Description = "go on although the certificate is not accepted",
    };

    private readonly Option<string?> authorities = new("--ca-file")
    {
        HelpName = "FILE",
        Description = "trust the authorities in this PEM file instead of the system's",
    };

    private readonly Option<Target[]> dependsOn = new("--depends-on")
    {
        HelpName = "URL",
        Description = "a service that the site needs, asked as well (repeatable)",
        CustomParser = result => [.. result.Tokens.Select(token => ParseTarget(result, token.Value)).OfType<Target>()],
    };

    private readonly Option<bool> outside = new("--outside")
    {
        Description = "read nothing of this machine but its network",
    };

    private readonly Option<string[]> configurations = new("--config")
    {
        HelpName = "PATH",
        Description = "the gateway's configuration file (found through its process otherwise)",
    };

    private readonly Option<string[]> logs = new("--log")
    {
        HelpName = "PATH",
        Description = "a log of the gateway (repeatable; those of its configuration otherwise)",
    };

    private readonly Option<UpstreamMember[]> upstreams = new("--upstream")
    {
        HelpName = "HOST:PORT",
        Description = "an upstream to try from here, or unix:/path (repeatable)",
        CustomParser = result => [.. result.Tokens.Select(token => ParseUpstream(result, token.Value))
            .OfType<UpstreamMember>()],
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public DiagnoseOptionSet(Command command)
    {
        foreach (var option in (Option[])[
            samples, headers, method, resolvers, connectTo, insecure, authorities, dependsOn, outside,
            configurations, logs, upstreams])
        {
            command.Add(option);
        }

        samples.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > MostSamples)
            {
                result.AddError($"--samples takes a whole number from 1 to {MostSamples}.");
            }
        });
        method.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.ToUpperInvariant() is not ("GET" or "HEAD"))
            {
                result.AddError("--method is GET or HEAD: Weir sends nothing that changes a site.");
            }
        });
        headers.Validators.Add(Headers);
    }

    /// <summary>How to look.</summary>
    /// <exception cref="StopException">The file of authorities cannot be read.</exception>
    public ProbeOptions Read(ParseResult parsed, TimeSpan timeout, TimeSpan? since) => new()
    {
        Budget = timeout,
        Samples = parsed.GetValue(samples),
        Method = parsed.GetValue(method)!.ToUpperInvariant(),
        Headers = [.. (parsed.GetValue(headers) ?? []).Select(Field).OfType<KeyValuePair<string, string>>()],
        Resolvers = [.. parsed.GetValue(resolvers) ?? []],
        ConnectTo = parsed.GetValue(connectTo),
        Insecure = parsed.GetValue(insecure),
        Roots = parsed.GetValue(authorities) is { } file ? Authorities(file) : null,
        DependsOn = [.. parsed.GetValue(dependsOn) ?? []],
        Inside = parsed.GetValue(outside) ? null : Inside(parsed, since),
    };

    private InsideOptions Inside(ParseResult parsed, TimeSpan? since)
    {
        var inside = new InsideOptions
        {
            Configurations = [.. (parsed.GetValue(configurations) ?? []).Select(Existing)],
            Logs = [.. (parsed.GetValue(logs) ?? []).Select(Existing)],
            Upstreams = [.. parsed.GetValue(upstreams) ?? []],
        };
        return inside with { Since = since ?? inside.Since };
    }

    /// <summary>Reads a URL argument; the problem is told with it.</summary>
    public static Target? ParseTarget(ArgumentResult result, string text)
    {
        if (!Target.TryParse(text, out var target, out var problem))
        {
            result.AddError(problem);
        }

        return target;
    }

    private static string Existing(string file)
        => File.Exists(file) ? Path.GetFullPath(file)
            : throw new StopException(ExitCode.CouldNotCheck, Directory.Exists(file)
                ? $"{file} is a folder; name the file itself."
                : $"{file} does not exist, or may not be seen by this user.");

    private static X509Certificate2Collection Authorities(string file)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(file);
            return roots.Count > 0 ? roots
                : throw new StopException(ExitCode.BadUsage, $"{file} holds no certificate in PEM form.");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StopException(ExitCode.CouldNotCheck, $"{file} cannot be read: {reason.Message}");
        }
    }

    private static void Headers(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (Field(token.Value) is not { } field || !VisitorField.IsAllowed(field))
            {
                result.AddError("--header takes 'Name: value' with a valid name, without line ends, and none of the "
                    + "fields that frame a message (Content-Length, Transfer-Encoding, Connection and the like).");
            }
        }
    }

    private static KeyValuePair<string, string>? Field(string text)
        => text.IndexOf(':') is > 0 and var colon
            ? new(text[..colon].Trim(), text[(colon + 1)..].Trim())
            : null;

    private static IPEndPoint? ParseResolver(ArgumentResult result, string text)
    {
        if (IPEndPoint.TryParse(text, out var endpoint))
        {
            return endpoint.Port == 0 ? new IPEndPoint(endpoint.Address, NamePort) : endpoint;
        }

        result.AddError($"--resolver takes an address such as 9.9.9.9 or 10.0.0.53:5353, not \"{text}\".");
        return null;
    }

    private static UpstreamMember? ParseUpstream(ArgumentResult result, string text)
    {
        if (UpstreamMember.Parse(text) is { } upstream)
        {
            return upstream;
        }

        result.AddError($"--upstream takes HOST:PORT, [V6]:PORT or unix:/path, not \"{text}\".");
        return null;
    }

    private static DnsEndPoint? ParseHostPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var colon = text.LastIndexOf(':');
        var host = colon > 0 ? text[..colon].Trim('[', ']') : "";
        if (host.Length > 0
            && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= ushort.MaxValue)
        {
            return new DnsEndPoint(host, port);
        }

        result.AddError($"--connect-to takes HOST:PORT with a port from 1 to 65535, not \"{text}\".");
        return null;
    }
}
