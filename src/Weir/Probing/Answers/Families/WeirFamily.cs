using static Weir.Probing.Answers.Mark;

namespace Weir.Probing.Answers.Families;

/// <summary>Weir's own gateway under its usual name; what went wrong it says in Proxy-Status.</summary>
internal static class WeirFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Weir", AnswererRole.Gateway)
        {
            Writes = [Body("/.weir/", 3)],
            Speaks = [Field(ProxyStatusField.FieldName, "weir"), Server("weir", 3)],
        },
    ];
}
