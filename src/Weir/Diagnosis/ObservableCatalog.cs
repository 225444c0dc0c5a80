namespace Weir.Diagnosis;

/// <summary>The row of every observable; the rows stand in one file a theme.</summary>
public static partial class ObservableCatalog
{
    private static readonly Dictionary<Observable, ObservableTraits> Rows =
        new[] { PathRows, NameRows, TlsRows, HostRows, ApplicationRows, RequestRows, GatewayRows, VisitorRows }
            .SelectMany(rows => rows())
            .ToDictionary(row => row.Observable);

    /// <summary>The traits of <paramref name="observable"/>.</summary>
    public static ObservableTraits Traits(this Observable observable) => Rows[observable];

    /// <summary>Every row, in no promised order.</summary>
    public static IReadOnlyCollection<ObservableTraits> All => Rows.Values;
}
