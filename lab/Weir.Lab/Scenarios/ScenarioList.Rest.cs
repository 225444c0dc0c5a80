namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Names() => [];

    private static Scenario[] Encrypted() => [];

    private static Scenario[] Resources() => [];

    private static Scenario[] Gateways() => [];
}
