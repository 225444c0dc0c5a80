using Weir.Probing.Dns;

namespace Weir.Tests.Probing.Dns;

/// <summary>What the tests of the client share: a client, a question, short limits where silence is wanted.</summary>
internal static class ScriptedLookups
{
    public static readonly Question Shop = new("shop.test", RecordType.A);

    /// <summary>
    /// For servers that are silent on purpose; what they send instead has to arrive even on a busy machine.
    /// </summary>
    public static readonly LookupOptions Impatient = new() { Timeout = TimeSpan.FromSeconds(1) };

    /// <summary>For servers that answer: long enough for the busiest machine.</summary>
    public static readonly LookupOptions Patient = new() { Timeout = TimeSpan.FromSeconds(20) };

    public static DnsClient Client() => new(TimeProvider.System, new Random(42));

    public static Task<NameLookup> Ask(NameServer server, LookupOptions? options = null, Question? question = null)
        => Client().AskAsync(server, question ?? Shop, options ?? Patient, TestContext.Current.CancellationToken);
}
